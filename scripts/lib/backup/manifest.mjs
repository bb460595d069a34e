import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

const hash = z.string().regex(/^[0-9a-f]{64}$/);
const inside = z
  .string()
  .min(1)
  .refine((path) => !path.startsWith('/') && !path.split('/').includes('..'));

/** What a backup says of itself; written last, so that a folder without it is not a backup. */
export const manifestShape = z.strictObject({
  format: z.literal(1),
  madeAt: z.iso.datetime(),
  versions: z.strictObject({ km: z.string(), strapi: z.string(), node: z.string() }),
  database: z.strictObject({
    client: z.enum(['sqlite', 'postgres']),
    /** PostgreSQL's schema, which a restore puts everything back into. */
    schema: z.string().regex(/^\w+$/).nullable(),
    file: inside,
    sha256: hash,
    /** The newest step of our own tables. */
    tableStep: z.int().nullable(),
    tables: z.record(z.string(), z.strictObject({ rows: z.int(), hash: z.string() })),
  }),
  uploads: z.strictObject({
    kept: z.enum(['here', 'elsewhere']),
    files: z.record(inside, z.strictObject({ bytes: z.int(), sha256: hash })),
  }),
  settings: z.strictObject({
    plain: z.array(z.string()),
    secret: z.array(z.string()),
    withSecrets: z.boolean(),
  }),
});

/** @typedef {z.infer<typeof manifestShape>} Manifest */
/** @typedef {Manifest['database']['tables']} TableFacts */

/**
 * @param {string} folder
 * @returns {Manifest}
 */
export function readManifest(folder) {
  const file = join(folder, 'manifest.json');
  if (!existsSync(file)) {
    throw new Error(`${folder} holds no manifest.json: it is not a backup, or one that broke off.`);
  }
  const read = manifestShape.safeParse(JSON.parse(readFileSync(file, 'utf8')));
  if (!read.success) {
    throw new Error(`${file} is not of a kind this release reads:\n${z.prettifyError(read.error)}`);
  }
  return read.data;
}

/**
 * Names everything that is not as it was when the backup was made.
 *
 * @param {TableFacts} wanted
 * @param {TableFacts} found
 */
export function differences(wanted, found) {
  return [...new Set([...Object.keys(wanted), ...Object.keys(found)])].sort().flatMap((table) => {
    const [before, after] = [wanted[table], found[table]];
    if (!before) return [`${table} is there and was not`];
    if (!after) return [`${table} is missing`];
    if (before.rows !== after.rows) return [`${table} has ${after.rows} rows, not ${before.rows}`];
    return before.hash === after.hash ? [] : [`${table} has other values`];
  });
}
