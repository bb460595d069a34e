import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { drawQr } from './print-qr';

/** What a camera reads of the sign. */
async function read(svg: string): Promise<string> {
  const { default: decodeQR } = await import('qr/decode.js');
  const { data, info } = await sharp(
    Buffer.from(svg.replace('<svg ', '<svg xmlns="http://www.w3.org/2000/svg" '))
  )
    .resize(400)
    .flatten({ background: '#fff' })
    .ensureAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
  return decodeQR({ width: info.width, height: info.height, data: new Uint8Array(data) });
}

describe('drawQr', () => {
  it('draws what a camera reads as the address', async () => {
    const address = 'https://km.example.go.th/manuals/o4uf0aq5vruho4xym6o45nvj';
    expect(await read(await drawQr(address))).toBe(address);
  });

  it('is light, has no name of its own and needs no styles', async () => {
    const svg = await drawQr('https://km.example.go.th/laws/o4uf0aq5vruho4xym6o45nvj?page=2');
    expect(svg.length).toBeLessThan(5000);
    expect(svg).toContain('aria-hidden="true"');
    expect(svg).not.toContain('style=');
  });

  it('is nothing where a page has no address', async () => {
    expect(await drawQr('')).toBe('');
  });
});
