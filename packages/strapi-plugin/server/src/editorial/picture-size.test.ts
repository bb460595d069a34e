import { describe, expect, it } from 'vitest';
import { pixelsOf } from './picture-size';

const bytesOf = (hex: string) => Buffer.from(hex.replace(/\s/g, ''), 'hex');
const riff = (kind: string, rest: string) =>
  Buffer.concat([Buffer.from(`RIFF\0\0\0\0WEBP${kind}\0\0\0\0`, 'latin1'), bytesOf(rest)]);

describe('pixelsOf', () => {
  it.each([
    ['PNG', bytesOf('89504e470d0a1a0a 0000000d 49484452 00003e80 00000002')],
    ['JPEG', bytesOf('ffd8 ffe0 0004 0000 ffdb 0003 00 ffff c2 0011 08 0002 3e80 03')],
    ['WebP with more', riff('VP8X', '00000000 7f3e00 010000')],
    ['WebP without loss', riff('VP8L', '2f 7f7e0000 00000000000000000000')],
    ['WebP', riff('VP8 ', '000000 9d012a 803e 0200')],
  ])('reads the header of a %s', (_kind, bytes) => expect(pixelsOf(bytes)).toBe(32_000));

  it.each(['', 'ffd8', 'ffd8ff', 'ffd8ffe0000000000000000000', '89504e470d0a1a0a0000'])(
    'gives up on what is cut off: %s',
    (hex) => expect(pixelsOf(bytesOf(hex))).toBeNull()
  );
});
