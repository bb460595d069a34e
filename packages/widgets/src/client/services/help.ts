import { readList, type Page, type Query, type ReadOptions } from '../read.js';
import type { Shape } from '../shape.js';

/** What help needs of a manual, a question or a release: something to open. */
export interface HelpEntry {
  id: string;
  title: string;
  sample?: boolean;
}

const titled: Shape<HelpEntry> = { id: 'string', title: 'string' };
interface Asked extends Omit<HelpEntry, 'title'> {
  question: string;
}
const asked: Shape<Asked> = { id: 'string', question: 'string' };

/** Manuals of a menu. */
export function listManualTitles(query: Query, options: ReadOptions): Promise<Page<HelpEntry>> {
  return readList('/manuals', query, titled, options);
}

/** Questions of a menu. */
export async function listQuestions(query: Query, options: ReadOptions): Promise<Page<HelpEntry>> {
  const { items, ...page } = await readList<Asked>('/faqs', query, asked, options);
  return { ...page, items: items.map(({ question, ...item }) => ({ ...item, title: question })) };
}

/** Releases that changed a menu. */
export function listReleaseTitles(query: Query, options: ReadOptions): Promise<Page<HelpEntry>> {
  return readList('/updates', query, titled, options);
}
