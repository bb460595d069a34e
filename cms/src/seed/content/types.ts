/** Shapes of the sample content, before it becomes entries of the CMS. `key` names an item for references among them. */

/** Who an item is written for (กลุ่มผู้ใช้). */
export type Audience = 'everyone' | 'local' | 'province' | 'central';

/** Which generation of the accounting system an item is about (ใช้กับระบบ). */
export type AppliesTo = 'both' | 'elaas' | 'newElaas';

/** A menu of e-LAAS; `key` is its slug. */
export interface SampleTopic {
  key: string;
  titleTh: string;
  titleEn: string;
  /** Slug of the parent menu; absent for a top-level menu. */
  parent?: string;
  order: number;
  /** Names the menu had before; readers still look for them. */
  earlierNames?: string[];
  earlierSlugs?: string[];
}

export interface SampleManual {
  key: string;
  title: string;
  summary: string;
  /** Markdown: headings (## and ###), paragraphs, lists, bold, links, quotes. */
  body: string;
  topics: string[];
  audience: Audience;
  appliesTo: AppliesTo;
  version: string;
  /** ISO date. */
  effectiveDate: string;
  reviewBy?: string;
  earlierVersions?: { version: string; effectiveDate: string; note: string }[];
}

export type LawKind =
  | 'constitution'
  | 'organicAct'
  | 'act'
  | 'emergencyDecree'
  | 'code'
  | 'royalDecree'
  | 'ministerialRegulation'
  | 'regulation'
  | 'rule'
  | 'ordinance'
  | 'announcement'
  | 'order'
  | 'letter'
  | 'guideline'
  | 'consultation'
  | 'cabinetResolution'
  | 'committeeResolution';

export interface SampleLaw {
  key: string;
  kind: LawKind;
  title: string;
  /** As printed, e.g. `ที่ มท 0808.4/ว 5912 ลงวันที่ 17 ตุลาคม 2561`; absent for instruments without a letter number. */
  citation?: string;
  /** ISO date of the letter or of promulgation; absent where only the year in the title is certain. */
  date?: string;
  issuer: string;
  urgency?: 'urgent' | 'veryUrgent' | 'mostUrgent';
  effectiveDate?: string;
  status: 'inForce' | 'amended' | 'repealed' | 'notYetInForce';
  amends?: string[];
  repeals?: string[];
  clarifies?: string[];
  /** As printed, e.g. `ราชกิจจานุเบกษา เล่ม 136 ตอนที่ 69 ก หน้า 52 วันที่ 27 พฤษภาคม 2562`. */
  gazette?: string;
  topics: string[];
  summary: string;
  /** Markdown. */
  body: string;
  /** False for a real instrument; everything invented is a sample. */
  sample: boolean;
  /** A PDF made from the entry is attached. */
  pdf?: boolean;
}

export interface SampleFaq {
  key: string;
  question: string;
  /** Markdown. */
  answer: string;
  topics: string[];
  audience: Audience;
  appliesTo: AppliesTo;
  keywords: string[];
  /** Messages exactly as the screen of e-LAAS shows them. */
  errorMessages?: string[];
  relatedManuals?: string[];
  relatedLaws?: string[];
  pinnedOrder?: number;
}

export interface SampleNews {
  key: string;
  title: string;
  /** Markdown. */
  body: string;
  severity: 'info' | 'important' | 'urgent';
  pinned: boolean;
  /** Days before (negative) or after the day of seeding, so that samples never look stale. */
  showFromDay: number;
  showUntilDay?: number;
  pdf?: boolean;
}

export interface SampleUpdate {
  key: string;
  /** ISO date. */
  date: string;
  title: string;
  audience: Audience;
  items: {
    menu: string;
    kind: 'new' | 'changed' | 'fixed' | 'removed';
    roles: string[];
    description: string;
    /** Key of the manual that explains the change. */
    manual?: string;
    /** Before and after pictures are drawn from these captions. */
    before?: string;
    after?: string;
  }[];
}

export interface SampleForm {
  key: string;
  title: string;
  code: string;
  purpose: string;
  /** Who fills it in, as readers say it. */
  usedBy: string;
  topics: string[];
  version: string;
  supersededBy?: string;
  /** What the editable file is. */
  format: 'docx' | 'xlsx';
  /** Parts of the form: a table gets `columns`, a field list gets `fields`. */
  sections: {
    heading: string;
    fields?: string[];
    columns?: string[];
    rows?: number;
    note?: string;
  }[];
}

/** An invented thread of the webboard; the plugin's samples service writes it. */
export interface SampleThread {
  title: string;
  /** Markdown. */
  body: string;
  kind?: 'question' | 'discussion';
  /** Key of a topic; general if absent. */
  topic?: string;
  errorMessage?: string;
  by: SamplePerson;
  daysAgo: number;
  pinned?: boolean;
  replies: { by: SamplePerson; body: string; accepted?: boolean }[];
}

/** Invented members of the plugin. */
export type SamplePerson = 'officer' | 'province' | 'finance' | 'accountant' | 'supplies';
