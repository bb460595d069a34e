import type { ServiceName } from '../platform/service-room';

/** A part of the knowledge bank's own site: the list and the documents of one service. */
export interface Section {
  /** First part of its addresses, and the name of its shells. */
  path: string;
  service: ServiceName;
  /** Shows figures, which have one page and no documents. */
  isFigures?: true;
  /** Has more than a page without scripts can hold: `?page=2` goes on. */
  isPaged?: true;
}

/** In the order of the menu. */
export const sections: readonly Section[] = [
  { path: 'manuals', service: 'manual' },
  { path: 'laws', service: 'law' },
  { path: 'faqs', service: 'faq' },
  { path: 'threads', service: 'thread', isPaged: true },
  { path: 'news', service: 'news' },
  { path: 'updates', service: 'update' },
  { path: 'forms', service: 'form' },
  { path: 'fiscal', service: 'fiscal', isFigures: true },
  { path: 'subsidies', service: 'subsidy', isFigures: true },
];

/** Pages that stand by themselves; the name of each is also that of its shell. */
export const plainPages: readonly string[] = [
  'privacy',
  'policy',
  'contact',
  'accessibility',
  'open-data',
  'sitemap',
];

export const siteName = 'คลังความรู้ e-LAAS';
