import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

export type Encoding = 'br' | 'gzip' | 'identity';

/** Bytes of one answer in every encoding that is ready. */
export type Encoded = { identity: Buffer } & Partial<Record<'br' | 'gzip', Buffer>>;

/** Below this, headers weigh more than what is saved. */
const worthwhile = 600;
const compressible =
  /^(?:text\/|application\/(?:json|javascript|xml|atom\+xml|manifest\+json))|\+json|image\/svg/;

const gzipAsync = promisify(gzip);
const brotliAsync = promisify(brotliCompress);

/** Whether compressing is worth it. */
export function isCompressible(type: string, bytes: Buffer): boolean {
  return bytes.length >= worthwhile && compressible.test(type);
}

/** Compresses in the thread pool. */
export function gzipped(bytes: Buffer): Promise<Buffer> {
  return gzipAsync(bytes, { level: 6 });
}

/** Compresses in the thread pool; slow, and worth it for bytes that are sent many times. */
export function brotlied(bytes: Buffer): Promise<Buffer> {
  const params = {
    [constants.BROTLI_PARAM_QUALITY]: 9,
    [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
  };
  return brotliAsync(bytes, { params });
}

/** The smallest ready encoding that an `Accept-Encoding` header allows. */
export function pickEncoding(header: string, ready: Encoded): Encoding {
  const weights = new Map<string, number>();
  for (const part of header.toLowerCase().split(',')) {
    const [name = '', ...parameters] = part.split(';').map((text) => text.trim());
    const weight = parameters.find((text) => text.startsWith('q='))?.slice(2);
    if (name) weights.set(name, weight === undefined ? 1 : Number(weight) || 0);
  }
  const allows = (name: string) => (weights.get(name) ?? weights.get('*') ?? 0) > 0;
  if (ready.br && allows('br')) return 'br';
  if (ready.gzip && (allows('gzip') || allows('x-gzip'))) return 'gzip';
  return 'identity';
}
