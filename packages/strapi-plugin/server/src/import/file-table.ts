import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { promisify } from 'node:util';
import { gunzip, gzip } from 'node:zlib';
import type { Core } from '@strapi/types';

const table = 'km_import_files';

/** Bytes of a file in one row of the table, before they are packed. */
const pieceLength = 512 * 1024;

const pack = promisify(gzip);
const unpack = promisify(gunzip);

/** More bytes than a file may have. */
export class FileTooBig extends Error {
  override readonly name = 'FileTooBig';
}

export interface StoredFile {
  bytes: number;
  /** SHA-256 in hex. */
  hash: string;
}

/**
 * Keeps a stream's bytes in the database, where every instance finds them.
 *
 * @param judge sees the first bytes, and throws if they are no file to keep
 * @throws {FileTooBig}
 */
export async function storeFile(
  strapi: Core.Strapi,
  jobId: string,
  source: Readable,
  { maxBytes, judge }: { maxBytes: number; judge(beginning: Buffer): void }
): Promise<StoredFile> {
  const hash = createHash('sha256');
  let bytes = 0;
  let number = 0;
  let waiting: Buffer[] = [];
  let length = 0;
  const flush = async () => {
    const piece = Buffer.concat(waiting);
    waiting = [];
    length = 0;
    if (number === 0) judge(piece);
    hash.update(piece);
    await strapi.db
      .getConnection(table)
      .insert({ job_id: jobId, number, bytes: await pack(piece, { level: 1 }) });
    number += 1;
  };
  // A request that is refused midway is still answered: its stream stays whole.
  for await (const chunk of source.iterator({ destroyOnReturn: false })) {
    bytes += (chunk as Buffer).length;
    if (bytes > maxBytes) throw new FileTooBig();
    waiting.push(chunk as Buffer);
    length += (chunk as Buffer).length;
    if (length >= pieceLength) await flush();
  }
  if (length > 0 || number === 0) await flush();
  return { bytes, hash: hash.digest('hex') };
}

/** Lays a file down in a temporary folder as long as the work with it takes. */
export async function withFile<Result>(
  strapi: Core.Strapi,
  jobId: string,
  work: (path: string) => Promise<Result>
): Promise<Result> {
  const folder = await mkdtemp(join(tmpdir(), 'km-import-'));
  try {
    const path = join(folder, 'file');
    const file = createWriteStream(path, { mode: 0o600 });
    for (let number = 0; ; number += 1) {
      const row: { bytes: Buffer } | undefined = await strapi.db
        .getConnection(table)
        .where({ job_id: jobId, number })
        .first('bytes');
      if (!row) break;
      if (!file.write(await unpack(row.bytes))) await once(file, 'drain');
    }
    file.end();
    await once(file, 'close');
    return await work(path);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Throws the bytes away; a piece at a time, so that nobody waits long. */
export async function deleteFile(strapi: Core.Strapi, jobId: string): Promise<void> {
  for (;;) {
    const rows: { number: number }[] = await strapi.db
      .getConnection(table)
      .where({ job_id: jobId })
      .orderBy('number')
      .limit(32)
      .select('number');
    if (rows.length === 0) return;
    const numbers = rows.map(({ number }) => number);
    await strapi.db
      .getConnection(table)
      .where({ job_id: jobId })
      .whereIn('number', numbers)
      .delete();
  }
}
