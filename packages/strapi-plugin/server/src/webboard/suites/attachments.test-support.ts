import { randomUUID } from 'node:crypto';
import sharp from 'sharp';
import { expect, it } from 'vitest';
import { app, board, asker, peer, moderate } from '../../../test/board-house';

/** Files of posts. */
export function attachmentsSuite(): void {
  const upload = async (bytes: Buffer, type: string, member = asker) => {
    const response = await app.get('/api/km/v1/attachments?name=..%2Fx.svg.png', {
      method: 'POST',
      headers: { ...member.headers, 'Content-Type': type },
      body: new Uint8Array(bytes),
    });
    return { status: response.status, body: (await response.json()) as { data: { id: string } } };
  };
  const picture = () =>
    sharp({ create: { width: 40, height: 30, channels: 3, background: '#0b57a4' } })
      .withExif({ IFD0: { Copyright: 'SECRET-PLACE' } })
      .jpeg()
      .toBuffer();

  it('draws pictures anew and shows them only while their post is shown', async () => {
    const { status, body } = await upload(await picture(), 'image/jpeg');
    expect(status).toBe(201);
    const { id } = body.data;
    const path = `/api/km/v1/attachments/${id}`;
    expect((await app.get(path)).status).toBe(404);
    expect(
      (
        await board.send(peer, '/threads', {
          key: randomUUID(),
          kind: 'question',
          title: 'ของคนอื่น',
          body: 'ก',
          attachments: [id],
        })
      ).status
    ).toBe(400);
    const thread = await board.ask(asker, { body: `![ภาพ](attachment:${id})`, attachments: [id] });
    const shown = await app.get(path);
    expect(shown.status).toBe(200);
    expect(shown.headers.get('content-type')).toBe('image/webp');
    expect(shown.headers.get('x-content-type-options')).toBe('nosniff');
    expect(shown.headers.get('content-disposition')).toMatch(/^attachment/);
    expect(Buffer.from(await shown.arrayBuffer()).includes('SECRET-PLACE')).toBe(false);
    await moderate(`/threads/${thread}/actions`, 'hide');
    expect((await app.get(path)).status).toBe(404);
  });

  it.each([
    ['an SVG', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'), 415],
    ['a page called a picture', Buffer.from('<script>alert(1)</script>'), 415],
    ['a GIF', Buffer.from('GIF89a/*'), 415],
    ['a broken PNG', Buffer.from('\x89PNG\r\n\x1A\n<script>', 'latin1'), 400],
    ['a PDF that runs', Buffer.from('%PDF-1.4\n/JavaScript\nstartxref\n0\n%%EOF\n'), 400],
    ['a PDF with a page behind it', Buffer.from('%PDF-1.4\nstartxref\n0\n%%EOF\n<html>'), 400],
    [
      'a PDF that is a ZIP too',
      Buffer.from('%PDF-1.4\nPK\x03\x04\nstartxref\n0\n%%EOF', 'latin1'),
      400,
    ],
  ])('refuses %s', async (_name, bytes, status) => {
    expect((await upload(bytes, 'image/png')).status).toBe(status);
  });

  it('refuses a picture that would take gigabytes, and what is too heavy', async () => {
    const bomb = await sharp({
      create: { width: 12_000, height: 4000, channels: 3, background: '#000' },
      limitInputPixels: false,
    })
      .png()
      .toBuffer();
    expect((await upload(bomb, 'image/png')).status).toBe(400);
    expect((await upload(Buffer.alloc(5 * 1024 * 1024 + 1), 'image/png')).status).toBe(413);
  });
}
