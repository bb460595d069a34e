/** Words of the ways out of the page. */
export interface SubsidyExportsTranslation {
  download: string;
}

export const th: SubsidyExportsTranslation = { download: 'ดาวน์โหลดทุกรายการเป็น' };
