import type { LawPageTranslation } from './law-page.th.js';

export const en: LawPageTranslation = {
  citation: 'Official citation',
  copyCitation: 'Copy citation',
  copyCitationFailed: 'Not copied; please select the text and copy it yourself',
  kind: 'Kind',
  issuer: 'Issued by',
  date: 'Dated',
  urgency: 'Urgency',
  effective: 'In force from',
  gazette: 'Royal Gazette',
  menus: 'Related menus',
  repealedNotice: 'This has been repealed.',
  useInstead: 'Use now:',
  noInstead: 'Please find out what is in force before citing it.',
  amendedNotice: 'This has been amended. Read it together with:',
  notYetNotice: (date) =>
    date ? `This is not in force yet; it will be from ${date}.` : 'This is not in force yet.',
  relations: 'Related laws and letters',
  repealedBy: 'Repealed by',
  amendedBy: 'Amended by',
  clarifiedBy: 'Clarified by',
  repeals: 'Repeals',
  amends: 'Amends',
  clarifies: 'Clarifies',
  files: 'Files',
};
