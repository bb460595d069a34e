import { readFile, realpath } from 'node:fs/promises';
import { extname, join, sep } from 'node:path';

const types: Record<string, string> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.jpg': 'image/jpeg',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.map': 'application/json; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.pdf': 'application/pdf',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.webmanifest': 'application/manifest+json',
  '.webp': 'image/webp',
  '.woff2': 'font/woff2',
};

export interface StaticFile {
  bytes: Buffer;
  type: string;
}

/**
 * A file below a folder; null where there is none, or where the path leads out of the folder by
 * dots, by links or by any spelling of either.
 *
 * @param path - As it stands in the address, still encoded, without a leading slash.
 */
export async function readStaticFile(folder: string, path: string): Promise<StaticFile | null> {
  // Built files have plain names; anything that needs decoding or hides is not one of them.
  if (!/^[\w@][\w@.-]*(?:\/[\w@][\w@.-]*)*$/.test(path)) return null;
  const type = types[extname(path).toLowerCase()];
  if (!type) return null;
  try {
    const home = await realpath(folder);
    const file = await realpath(join(home, path));
    if (!file.startsWith(home + sep)) return null;
    return { bytes: await readFile(file), type };
  } catch (error) {
    if (['ENOENT', 'ENOTDIR', 'EISDIR'].includes((error as NodeJS.ErrnoException).code ?? '')) {
      return null;
    }
    throw error;
  }
}
