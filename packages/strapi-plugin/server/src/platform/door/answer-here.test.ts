import { Readable } from 'node:stream';
import Koa, { type Context } from 'koa';
import { expect, it } from 'vitest';
import { answerHere, type Answered, type Asked } from './answer-here';

/** Has a Koa application answer without a connection. */
function ask(work: (ctx: Context) => unknown, asked: Partial<Asked> = {}): Promise<Answered> {
  const app = new Koa();
  app.use((ctx) => work(ctx as Context));
  const whole = {
    method: 'GET',
    url: '/path?q=1',
    headers: { host: 'km.example', accept: 'text/html' },
    address: '203.0.113.7',
    port: 4321,
    ...asked,
  };
  return new Promise((resolve) => answerHere(app.callback(), whole, resolve));
}

const textOf = (body: Uint8Array | null) => body && Buffer.from(body).toString();

it('a listener is asked as over a connection', async () => {
  const { status, body } = await ask((ctx) => {
    ctx.status = 202;
    ctx.body = [ctx.method, ctx.path, ctx.query.q, ctx.host, ctx.accepts('html'), ctx.ip].join(' ');
  });
  expect([status, textOf(body)]).toEqual([202, 'GET /path 1 km.example html 203.0.113.7']);
});

it.each([
  ['bytes', (ctx: Context) => (ctx.body = Buffer.from('ก')), 'ก'],
  ['JSON', (ctx: Context) => (ctx.body = { a: 1 }), '{"a":1}'],
  ['a stream', (ctx: Context) => (ctx.body = Readable.from(['one ', 'two'])), 'one two'],
  ['nothing', (ctx: Context) => (ctx.status = 304), null],
])('an answer of %s is told whole', async (_what, work, expected) => {
  expect(textOf((await ask(work)).body)).toBe(expected);
});

it('an answer to HEAD has its headers alone', async () => {
  const { status, headers, body } = await ask((ctx) => (ctx.body = 'words'), { method: 'HEAD' });
  expect([status, body]).toEqual([200, null]);
  expect(headers.join(' ')).toContain('content-length 5');
});

it('a header with several values keeps them apart', async () => {
  const { headers } = await ask((ctx) => ctx.set('Set-Cookie', ['a=1', 'b=2']));
  expect(headers.filter((_text, at) => headers[at - 1] === 'set-cookie')).toEqual(['a=1', 'b=2']);
});

it('the bytes of an answer are nobody else’s', async () => {
  const kept = Buffer.from('kept');
  const { body } = await ask((ctx) => (ctx.body = kept));
  body?.fill(0);
  expect(kept.toString()).toBe('kept');
});

it('a listener that fails answers 500', async () => {
  const { status } = await ask((ctx) => {
    ctx.app.silent = true;
    throw new Error('broken');
  });
  expect(status).toBe(500);
});
