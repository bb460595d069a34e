import { form, type Form, type FormQuery } from '@km-laas/contract';
import { compareThai } from '@km-laas/thai';
import type { Core } from '@strapi/types';
import { asksForSome, whereInstantInYear, whereText, whereTopic } from '../content/filters';
import { loadPageCounts } from '../content/page-counts';
import { keptKeys } from '../content/kept-keys';
import { pageLinks } from '../content/page-links';
import {
  keysFound,
  pageOfKeys,
  publishedRow,
  publishedRows,
  type Narrow,
} from '../content/published-rows';
import { soundItem, soundItems } from '../content/sound-items';
import { linkOf } from '../content/tables';
import { knownTopicTree, topicIdsAsked } from '../content/topics';
import type { PageLink, PageText } from '../platform/service-room';
import { adaptForm, filesOf, formSelection, type FormRow } from './dto';

const uid = 'plugin::km.form';

interface FormKey {
  id: number;
  document_id: string;
  code: string | null;
  title: string | null;
  purpose: string | null;
  sample: boolean | null;
}

/** Forms in order of their codes; those without one come last, by title. */
export async function listForms(
  strapi: Core.Strapi,
  query: FormQuery
): Promise<{ data: Form[]; total: number }> {
  const tree = await knownTopicTree(strapi);
  const topicIds = topicIdsAsked(tree, query.topic);
  const narrow: Narrow = (items) => {
    whereText(items, query.q);
    whereInstantInYear(items, 'item.updated_at', query.year);
    whereTopic(strapi, items, linkOf(strapi, uid, 'topics'), topicIds);
  };
  const matching = async () => {
    const all = await orderedKeys(strapi);
    return asksForSome(query) ? keysFound(all, publishedRows(strapi, uid, narrow)) : all;
  };
  const { rows, total } = await pageOfKeys<FormRow>(strapi, uid, query, {
    keysInOrder: matching,
    selection: formSelection,
  });
  const pages = await loadPageCounts(strapi, rows.flatMap(filesOf));
  const data = soundItems(strapi, uid, rows, form, (row) => adaptForm(row, tree, pages));
  return { data, total };
}

/** One form; null where it is unknown or not published. */
export async function getForm(strapi: Core.Strapi, id: string): Promise<Form | null> {
  const row = await publishedRow<FormRow>(strapi, uid, id, formSelection);
  if (!row) return null;
  const tree = await knownTopicTree(strapi);
  const pages = await loadPageCounts(strapi, filesOf(row));
  return soundItem(strapi, uid, row, form, (found) => adaptForm(found, tree, pages));
}

/** Every form, for the page without scripts. */
export async function listFormPages(strapi: Core.Strapi): Promise<PageLink[]> {
  const keys = await orderedKeys(strapi);
  return pageLinks(
    keys.map(({ document_id, code, title, purpose, sample }) => ({
      id: document_id,
      sample,
      title: title && withCode(code, title),
      summary: purpose,
    }))
  );
}

/** One form as words. */
export async function getFormPage(strapi: Core.Strapi, id: string): Promise<PageText | null> {
  const found = await getForm(strapi, id);
  if (!found) return null;
  const { code, title, purpose, usedBy, supersededBy, sample } = found;
  const text = [
    purpose,
    usedBy && `ผู้ใช้แบบฟอร์ม: ${usedBy}`,
    supersededBy && `ให้ใช้ ${withCode(supersededBy.code, supersededBy.title)} แทน`,
  ]
    .filter(Boolean)
    .join('\n');
  return { title: withCode(code, title), description: purpose, text, sample };
}

function withCode(code: string | null, title: string): string {
  return code ? `${code} ${title}` : title;
}

// Each database has an order of its own for letters, signs and what is missing; this is everyone's.
function orderedKeys(strapi: Core.Strapi): Promise<readonly FormKey[]> {
  return keptKeys(strapi, 'form', async () => {
    const keys = (await publishedRows(strapi, uid).select(
      'item.id',
      'item.document_id',
      'item.code',
      'item.title',
      'item.purpose',
      'item.sample'
    )) as FormKey[];
    return keys.sort(compareKeys);
  });
}

function compareKeys(a: FormKey, b: FormKey): number {
  return (
    Number(!a.code) - Number(!b.code) ||
    compareThai(a.code ?? '', b.code ?? '') ||
    compareThai(a.title ?? '', b.title ?? '') ||
    (a.document_id < b.document_id ? -1 : 1)
  );
}
