/** Words of the filters. */
export interface UpdateFiltersTranslation {
  allMenus: string;
  kind: string;
  allKinds: string;
  audienceLabel: string;
  year: string;
  allYears: string;
}

export const th: UpdateFiltersTranslation = {
  allMenus: 'ทุกเมนู',
  kind: 'ประเภทการปรับปรุง',
  allKinds: 'ทุกประเภท',
  audienceLabel: 'กลุ่มผู้ใช้',
  year: 'ปี พ.ศ.',
  allYears: 'ทุกปี',
};
