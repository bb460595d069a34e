import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { brotlied, denselyBrotlied, gzipped, isCompressible, pickEncoding } from './encoding';

const bytes = Buffer.from('งบประมาณ '.repeat(200));
const identity = Buffer.from('x');
const all = { identity, gzip: identity, br: identity };

describe('pickEncoding', () => {
  it.each([
    ['gzip, deflate, br', 'br'],
    ['br;q=0, gzip', 'gzip'],
    ['GZIP', 'gzip'],
    ['x-gzip', 'gzip'],
    ['gzip;q=0.001', 'gzip'],
    ['*', 'br'],
    ['*;q=0', 'identity'],
    ['br;q=0, *', 'gzip'],
    ['deflate', 'identity'],
    ['', 'identity'],
    ['gzip;q=nonsense', 'identity'],
    [',;,', 'identity'],
  ])('%s gives %s', (header, encoding) => {
    expect(pickEncoding(header, all)).toBe(encoding);
  });

  it('takes only what is ready', () => {
    expect(pickEncoding('br', { ...all, dense: identity })).toBe('dense');
    expect(pickEncoding('gzip', { ...all, dense: identity })).toBe('gzip');
    expect(pickEncoding('br, gzip', { identity, gzip: identity })).toBe('gzip');
    expect(pickEncoding('br', { identity, gzip: identity })).toBe('identity');
  });
});

describe('compression', () => {
  it('gives back the same bytes', async () => {
    expect(gunzipSync(await gzipped(bytes)).equals(bytes)).toBe(true);
    expect(brotliDecompressSync(await brotlied(bytes)).equals(bytes)).toBe(true);
    expect(brotliDecompressSync(await denselyBrotlied(bytes)).equals(bytes)).toBe(true);
  });

  it('is for text that is long enough', () => {
    expect(isCompressible('application/json; charset=utf-8', bytes)).toBe(true);
    expect(isCompressible('text/javascript; charset=utf-8', bytes)).toBe(true);
    expect(isCompressible('application/atom+xml', bytes)).toBe(true);
    expect(isCompressible('image/png', bytes)).toBe(false);
    expect(isCompressible('font/woff2', bytes)).toBe(false);
    expect(isCompressible('text/css', bytes.subarray(0, 100))).toBe(false);
  });
});
