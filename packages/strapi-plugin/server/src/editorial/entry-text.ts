import { formatLetterNumber, searchKey } from '@km-laas/thai';
import { adaptBlocks, plainTextOf } from '../content/blocks';
import { citationColumns } from './law-citation';
import type { ContentName } from './entry-rules';
import { partsOf, textOf, type Values } from './fields';

/** The words of each service's entries that readers look for. */
const wordsOf: Record<ContentName, (entry: Values) => string[]> = {
  topic: (topic) => texts(topic, ['titleTh', 'titleEn', 'earlierNames']),
  manual: (manual) => [...texts(manual, ['title', 'summary', 'version']), prose(manual.body)],
  law: (law) => [
    ...texts(law, ['title', 'citation', 'issuer', 'summary', 'gazette']),
    ...letterNumbers(law),
    prose(law.body),
  ],
  faq: (faq) => [...texts(faq, ['question', 'keywords', 'errorMessages']), prose(faq.answer)],
  news: (news) => [...texts(news, ['title']), prose(news.body)],
  update: (update) => [
    ...texts(update, ['title']),
    ...partsOf(update.items).flatMap((item) => texts(item, ['description', 'roles'])),
  ],
  form: (form) => texts(form, ['title', 'code', 'purpose', 'usedBy']),
  status: (status) => texts(status, ['headline', 'advice']),
  authority: (authority) => texts(authority, ['name', 'code', 'district']),
};

/** The normalised text of an entry that `q` is looked for in. */
export function entrySearchKey(name: ContentName, entry: Values): string {
  return searchKey(wordsOf[name](entry).join('\n'));
}

function texts(values: Values, fields: string[]): string[] {
  return fields.map((field) => textOf(values[field])).filter((text) => text !== '');
}

function prose(blocks: unknown): string {
  return plainTextOf(adaptBlocks(blocks));
}

/** A letter's number as officers type it, with its spaces and without. */
function letterNumbers(law: Values): string[] {
  const { number, ...parts } = citationColumns(law);
  if (number === null) return [];
  const printed = formatLetterNumber({ ...parts, number });
  return [printed, printed.replace(/ /g, '')];
}
