import type { Columns } from './columns';
import { gramText } from './gram-text';
import { GramSet, markText, snippetOf, type Highlights } from './highlight';
import type { Plan } from './plan';
import type { Ranked } from './ranked';
import type { Connection } from './schema';
import type { EngineHit } from './types';

interface ShownRow {
  heading: string | null;
  anchor: string | null;
  page: number | null;
  text: string;
  title: string;
  id: string;
  url: string;
  date: string | null;
  sample: number;
  file_name: string | null;
  file_kind: string | null;
  file_url: string | null;
}

/** Reads what is shown of documents that were found. */
export class HitReader {
  readonly #columns: Columns;
  readonly #shown: ReturnType<Connection['prepare']>;

  constructor(db: Connection, columns: Columns) {
    this.#columns = columns;
    this.#shown = db.prepare(
      `SELECT heading, anchor, page, text, title, id, d.url, date, sample,
         f.name AS file_name, f.kind AS file_kind, f.url AS file_url
       FROM passages AS p
       JOIN documents AS d ON d.doc = p.doc
       LEFT JOIN files AS f ON f.file = p.file
       WHERE passage = ?`
    );
  }

  hits(ranked: readonly Ranked[], plan: Plan): EngineHit[] {
    const highlights = highlightsOf(plan);
    const columns = this.#columns;
    return ranked.flatMap(({ doc, passage, match }) => {
      const row = this.#shown.get(passage) as ShownRow | undefined;
      if (!row) return [];
      const file = fileOf(row);
      return {
        service: columns.serviceOf(doc),
        id: row.id,
        title: markText(row.title, highlights),
        section: file ? file.name : row.heading,
        url: urlOf(row),
        snippet: snippetOf(row.text, highlights),
        file,
        lawStatus: columns.statusOf(doc),
        date: row.date,
        topics: columns.topicsOf(doc),
        audience: columns.audienceOf(doc),
        match,
        sample: row.sample === 1,
      };
    });
  }
}

function fileOf(row: ShownRow): EngineHit['file'] {
  if (row.file_url === null) return null;
  return {
    name: row.file_name ?? '',
    kind: row.file_kind ?? '',
    url: row.file_url,
    page: row.page,
  };
}

function urlOf({ url, anchor, file_url, file_kind, page }: ShownRow): string {
  if (file_url !== null) return file_kind === 'PDF' && page ? `${file_url}#page=${page}` : file_url;
  return anchor ? `${url}#${anchor}` : url;
}

function highlightsOf({ words, grams }: Plan): Highlights {
  const texts = words
    .filter(({ count }) => count > 0)
    .map(({ text }) => gramText(text))
    .filter((text) => text.length > 1);
  return { words: [...new Set(texts)], grams: new GramSet(grams.map(({ text }) => text)) };
}
