/** Words of the choice of whose transfers to show. */
export interface SubsidyChoiceTranslation {
  change: string;
}

export const th: SubsidyChoiceTranslation = { change: 'เปลี่ยน อปท.' };
