import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

/** What bytes may leave as; `dense` is brotli that took long to make. */
export type Encoding = 'dense' | 'br' | 'gzip' | 'identity';

/** Bytes of one answer in every encoding that is ready. */
export type Encoded = { identity: Buffer } & Partial<
  Record<Exclude<Encoding, 'identity'>, Buffer | undefined>
>;

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

/** Compresses in the thread pool: quicker than {@link gzipped}, and smaller. */
export function brotlied(bytes: Buffer): Promise<Buffer> {
  return brotliOf(bytes, 5);
}

let last: Promise<unknown> = Promise.resolve();
let waiting = 0;
const mostWaiting = 32;

/**
 * Compresses as far as brotli goes, in the thread pool, one after another: fifty times as slow, and
 * worth it for bytes that are sent many times. Fails where too many wait for it already.
 */
export async function denselyBrotlied(bytes: Buffer): Promise<Buffer> {
  if (waiting >= mostWaiting) throw new Error('Too many answers wait for their small copy.');
  waiting += 1;
  const own = last.then(() => brotliOf(bytes, 11)).finally(() => (waiting -= 1));
  last = own.catch(() => undefined);
  return own;
}

function brotliOf(bytes: Buffer, quality: number): Promise<Buffer> {
  const params = {
    [constants.BROTLI_PARAM_QUALITY]: quality,
    [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
  };
  return brotliAsync(bytes, { params });
}

/** The name an encoding has on the wire. */
export function contentEncoding(encoding: Encoding): 'br' | 'gzip' | null {
  if (encoding === 'identity') return null;
  return encoding === 'gzip' ? 'gzip' : 'br';
}

/** Whether an `Accept-Encoding` header allows an encoding. */
export function acceptsEncoding(header: string, name: 'br' | 'gzip'): boolean {
  const weights = new Map<string, number>();
  for (const part of header.toLowerCase().split(',')) {
    const [coding = '', ...parameters] = part.split(';').map((text) => text.trim());
    const weight = parameters.find((text) => text.startsWith('q='))?.slice(2);
    if (coding) weights.set(coding, weight === undefined ? 1 : Number(weight) || 0);
  }
  const weightOf = (coding: string) => weights.get(coding) ?? weights.get('*') ?? 0;
  return weightOf(name) > 0 || (name === 'gzip' && weightOf('x-gzip') > 0);
}

/** The smallest ready encoding that an `Accept-Encoding` header allows. */
export function pickEncoding(header: string, ready: Encoded): Encoding {
  if ((ready.dense || ready.br) && acceptsEncoding(header, 'br')) {
    return ready.dense ? 'dense' : 'br';
  }
  if (ready.gzip && acceptsEncoding(header, 'gzip')) return 'gzip';
  return 'identity';
}
