import { createWriteStream } from 'node:fs';
import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, normalize, sep } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Core } from '@strapi/types';
import type { TextError } from './file-texts';

const mostBytes = 80 * 1024 * 1024;
const patience = 60_000;

/** A file on this machine, for as long as it is read. */
export interface LocalFile {
  path: string;
  release(): Promise<void>;
}

/**
 * Brings a file of the media library within reach: from the public folder where it lies there, else
 * over the network from where its provider keeps it. Only from this site's own address and from
 * those the installation names, so that no address in the library makes the server ask another.
 */
export async function reachFile(
  strapi: Core.Strapi,
  url: string
): Promise<LocalFile | { error: TextError }> {
  const own = publicPath(strapi, url);
  if (own && (await isFile(own))) return { path: own, release: async () => {} };
  if (!/^https?:/i.test(url)) return { error: 'missing' };
  if (!allowedOrigins(strapi).has(new URL(url).origin)) return { error: 'elsewhere' };
  return download(url);
}

function publicPath(strapi: Core.Strapi, url: string): string | null {
  const { publicUrl } = settings(strapi);
  let path = url;
  if (/^https?:/i.test(url)) {
    if (!publicUrl || new URL(url).origin !== new URL(publicUrl).origin) return null;
    path = new URL(url).pathname;
  }
  const root = strapi.dirs.static.public;
  try {
    const file = normalize(join(root, decodeURIComponent(path.replace(/[?#].*$/s, ''))));
    return file.startsWith(root + sep) ? file : null;
  } catch {
    return null;
  }
}

function allowedOrigins(strapi: Core.Strapi): Set<string> {
  const { publicUrl, mediaOrigins } = settings(strapi);
  const addresses = [...(publicUrl ? [publicUrl] : []), ...mediaOrigins];
  return new Set(addresses.flatMap((one) => (URL.canParse(one) ? new URL(one).origin : [])));
}

function settings(strapi: Core.Strapi): { publicUrl: string; mediaOrigins: string[] } {
  const plugin = strapi.plugin('km');
  return {
    publicUrl: plugin.config<string | undefined>('publicUrl') ?? '',
    mediaOrigins: plugin.config<string[] | undefined>('mediaOrigins') ?? [],
  };
}

async function isFile(path: string): Promise<boolean> {
  return stat(path).then(
    (found) => found.isFile(),
    () => false
  );
}

async function download(url: string): Promise<LocalFile | { error: TextError }> {
  const folder = await mkdtemp(join(tmpdir(), 'km-file-'));
  const release = () => rm(folder, { recursive: true, force: true });
  const path = join(folder, 'file');
  try {
    const response = await fetch(url, {
      redirect: 'error',
      signal: AbortSignal.timeout(patience),
    });
    if (!response.ok || !response.body) throw new Error(`Status ${response.status}`);
    let size = 0;
    const counted = async function* (chunks: AsyncIterable<Uint8Array>) {
      for await (const chunk of chunks) {
        size += chunk.length;
        if (size > mostBytes) return;
        yield chunk;
      }
    };
    await pipeline(
      Readable.fromWeb(response.body as Parameters<typeof Readable.fromWeb>[0]),
      counted,
      createWriteStream(path)
    );
    if (size <= mostBytes) return { path, release };
    await release();
    return { error: 'tooLarge' };
  } catch {
    await release();
    return { error: 'missing' };
  }
}
