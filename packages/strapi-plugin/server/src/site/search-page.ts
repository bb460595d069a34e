import { searchQuery, type MarkedText, type SearchHit, type SearchQuery } from '@km-laas/contract';
import type { Core } from '@strapi/types';
import { ProblemError } from '../platform/problem';
import { findAll } from '../search/service';
import { escapeHtml, shorten } from './html';
import { noWords, sampleMark, type Page } from './pages';

type Answer = Awaited<ReturnType<typeof findAll>>;

export const searchPath = '/search';

const services: Record<SearchHit['service'], string> = {
  manual: 'คู่มือ',
  law: 'กฎหมายและหนังสือ',
  faq: 'คำถามที่พบบ่อย',
  news: 'ข่าว',
  update: 'การปรับปรุงระบบ',
  form: 'แบบฟอร์ม',
  thread: 'เว็บบอร์ด',
  authority: 'อปท.',
  page: 'หน้าเว็บ',
};
const statuses: Record<NonNullable<SearchHit['lawStatus']>, string> = {
  inForce: 'ใช้บังคับ',
  amended: 'แก้ไขเพิ่มเติม',
  repealed: 'ยกเลิกแล้ว',
  notYetInForce: 'ยังไม่ใช้บังคับ',
};

/** Parameters the page reads; its script keeps them in the address too. */
const names = ['q', 'in', 'topic', 'audience', 'year', 'verbatim', 'page'] as const;
const longestQuery = 1000;
/** How soon a page that could not search is tried again, in milliseconds. */
const failureLag = 2000;

/**
 * What the page's address asks for; null where that is nothing, or nothing that can be answered.
 * Other parameters, which sites that link here may add, are passed over.
 */
export function readSearch(search: string): SearchQuery | null {
  const given = new URLSearchParams(search);
  const asked = names.flatMap((name) => {
    const value = given.get(name)?.trim().slice(0, longestQuery);
    return value ? [[name, value]] : [];
  });
  return searchQuery.safeParse(Object.fromEntries(asked)).data ?? null;
}

/** One spelling for every address of the page that asks for the same. */
export function searchKey(search: string): string {
  const query = readSearch(search);
  return query ? addressOf(query, {}) : searchPath;
}

/** The page of answers, with the answers themselves for a reader without scripts. */
export async function findSearchPage(strapi: Core.Strapi, search: string): Promise<Page> {
  const query = readSearch(search);
  const page: Page = {
    shell: 'search',
    words: noWords,
    services: [],
    validUntil: null,
    isListed: false,
  };
  if (!query) return page;
  const words = { ...noWords, item: query.q };
  try {
    const answer = await findAll(strapi, query, { isCounted: false });
    return {
      ...page,
      words: { ...words, fallback: renderAnswer(query, answer) },
      services: ['search', 'topic'],
      validUntil: answer.validUntil,
    };
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error;
    return {
      ...page,
      words: { ...words, fallback: `<p>${escapeHtml(error.message)}</p>` },
      validUntil: new Date(Date.now() + failureLag),
    };
  }
}

/** What was found, as plain markup. */
export function renderAnswer(query: SearchQuery, { data, total, meta }: Answer): string {
  const { page, pageSize } = query;
  const about = `“${escapeHtml(shorten(query.q, 80))}”`;
  if (total === 0) {
    return `<p><strong>ไม่พบผลลัพธ์สำหรับ ${about}</strong></p>
<p>ลองใช้คำที่สั้นลง พิมพ์เลขที่หนังสือ เช่น ว 5912 หรือคัดลอกข้อความที่ระบบแจ้งมาวางทั้งข้อความ</p>`;
  }
  const last = Math.ceil(total / pageSize);
  const steps = [
    ...(page > 1 ? [link(addressOf(query, { page: page - 1 }), 'หน้าก่อน')] : []),
    ...(page < last ? [link(addressOf(query, { page: page + 1 }), 'หน้าถัดไป')] : []),
  ];
  return [
    `<p>พบ ${total.toLocaleString('th')} รายการ สำหรับ ${about}</p>`,
    renderCorrection(query, meta.correction),
    renderServices(query, meta.facets.service),
    `<ol start="${(page - 1) * pageSize + 1}">${data.map(renderHit).join('')}</ol>`,
    steps.length > 0 ? `<p>${steps.join(' ')}</p>` : '',
  ].join('');
}

function renderCorrection(query: SearchQuery, correction: Answer['meta']['correction']): string {
  if (!correction) return '';
  const typed = link(
    addressOf(query, { verbatim: 'true', page: 1 }),
    `ค้นหา “${shorten(correction.typed, 80)}” ตามที่พิมพ์แทน`
  );
  return `<p>แสดงผลสำหรับ “${escapeHtml(correction.used)}” ${typed}</p>`;
}

function renderServices(query: SearchQuery, counts: Answer['meta']['facets']['service']): string {
  if (counts.length < 2 && !query.in) return '';
  const lines = counts.map(({ value, count }) =>
    value === query.in
      ? `<li><strong>${services[value]} (${count})</strong></li>`
      : `<li>${link(addressOf(query, { in: value, page: 1 }), `${services[value]} (${count})`)}</li>`
  );
  const all = query.in
    ? `<li>${link(addressOf(query, { in: undefined, page: 1 }), 'ทั้งหมด')}</li>`
    : '';
  return `<ul>${all}${lines.join('')}</ul>`;
}

function renderHit(hit: SearchHit): string {
  const { file } = hit;
  const facts = [
    services[hit.service],
    hit.lawStatus && statuses[hit.lawStatus],
    hit.section && `ในหัวข้อ ${hit.section}`,
    hit.sample && sampleMark,
  ].filter((fact): fact is string => !!fact);
  const page = file?.page && file.kind === 'PDF' ? file.page : null;
  const opened = file && /^(?:https?:\/\/|\/(?!\/))/.test(file.url) ? file : null;
  return [
    `<li><a href="${escapeHtml(hit.url)}">${renderMarked(hit.title)}</a>`,
    `<p>${escapeHtml(facts.join(' · '))}</p>`,
    hit.snippet.text && `<p>${renderMarked(hit.snippet)}</p>`,
    opened &&
      `<p>${link(
        page ? `${opened.url.split('#')[0]}#page=${page}` : opened.url,
        page ? `เปิดที่หน้า ${page} ${opened.name}` : `เปิดไฟล์ ${opened.name}`
      )}</p>`,
    '</li>',
  ]
    .filter(Boolean)
    .join('');
}

function renderMarked({ text, marks }: MarkedText): string {
  let end = 0;
  let html = '';
  for (const [from, to] of marks) {
    html += `${escapeHtml(text.slice(end, from))}<mark>${escapeHtml(text.slice(from, to))}</mark>`;
    end = to;
  }
  return html + escapeHtml(text.slice(end));
}

function link(address: string, words: string): string {
  return `<a href="${escapeHtml(address)}">${escapeHtml(words)}</a>`;
}

/** Address of the page for a query with some parts changed; what is usual is left out. */
function addressOf(query: SearchQuery, changed: Partial<SearchQuery>): string {
  const asked = { ...query, ...changed };
  const parameters = new URLSearchParams();
  for (const name of names) {
    const value = asked[name];
    const isUsual = (name === 'page' && value === 1) || (name === 'verbatim' && value === 'false');
    if (value !== undefined && !isUsual) parameters.set(name, String(value));
  }
  return `${searchPath}?${parameters.toString()}`;
}
