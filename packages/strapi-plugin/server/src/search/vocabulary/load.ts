import { createHash } from 'node:crypto';
import type { Core } from '@strapi/types';
import { linesOf } from '../../content/lines';
import type { Vocabulary } from '../engine/types';
import { synonymType, termType } from './seed';

/**
 * The words editors keep. The version also names the database: an index file that was made from
 * another one, before a restored backup for one, is made anew.
 */
export async function loadVocabulary(strapi: Core.Strapi): Promise<Vocabulary> {
  const kept = (await strapi.db.query(termType).findMany({ select: ['term'] })) as {
    term: string | null;
  }[];
  const sets = (await strapi.db.query(synonymType).findMany({ select: ['words'] })) as {
    words: string | null;
  }[];
  const terms = [...new Set(kept.flatMap(({ term }) => term?.trim() || []))].sort();
  const synonyms = sets
    .map(({ words }) => [...new Set(linesOf(words))])
    .filter((words) => words.length > 1)
    .sort((a, b) => (a.join() < b.join() ? -1 : 1));
  const version = createHash('sha1')
    .update(JSON.stringify([await databaseMark(strapi), terms, synonyms]))
    .digest('hex');
  return { terms, synonyms, version };
}

/** The instant search's tables were made in this database, which no other one shares. */
async function databaseMark(strapi: Core.Strapi): Promise<string> {
  const row: { applied_at: string } | undefined = await strapi.db
    .getConnection('km_schema_versions')
    .where({ version: 8 })
    .first('applied_at');
  return row?.applied_at ?? '';
}
