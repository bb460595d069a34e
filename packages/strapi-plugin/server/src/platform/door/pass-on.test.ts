import { createServer, request as ask, type IncomingHttpHeaders, type Server } from 'node:http';
import { connect, type AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { waitUntil } from '../../../test/wait-until';
import { knowSender, passOn } from './pass-on';

interface Seen {
  method?: string | undefined;
  url?: string | undefined;
  headers: IncomingHttpHeaders;
  raw: string[];
  body: string;
  address?: string | undefined;
  port?: number | undefined;
}

describe('requests that are passed on', () => {
  let inner: Server;
  let outer: Server;
  let seen: Seen[];
  /** Answers of the server inside that were given up. */
  let givenUp: number;

  const portOf = (server: Server) => (server.address() as AddressInfo).port;
  const listen = (server: Server) =>
    new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const end = (server: Server) => {
    server.closeAllConnections();
    return new Promise((resolve) => server.close(resolve));
  };

  beforeEach(async () => {
    seen = [];
    givenUp = 0;
    inner = createServer(
      { requireHostHeader: false },
      knowSender(async (request, response) => {
        let body = '';
        for await (const part of request) body += String(part);
        const { method, url, headers, rawHeaders: raw, socket } = request;
        seen.push({
          method,
          url,
          headers,
          raw,
          body,
          address: socket.remoteAddress,
          port: socket.remotePort,
        });
        if (url === '/never') return void response.on('close', () => (givenUp += 1));
        if (url === '/broken') {
          response.write('half of it');
          return void setImmediate(() => response.destroy());
        }
        response.setHeader('Set-Cookie', ['a=1', 'b=2']);
        response.setHeader('X-Own', 'yes');
        if (url === '/parts') {
          for (let part = 0; part < 200; part += 1) response.write('x'.repeat(10_000));
          return void response.end();
        }
        response.statusCode = url?.startsWith('/teapot') ? 418 : 200;
        response.end('whole');
      })
    );
    await listen(inner);
    outer = createServer(passOn({ host: '127.0.0.1', port: portOf(inner) }));
    await listen(outer);
  });
  afterEach(() => Promise.all([end(outer), end(inner)]));

  const send = (
    path: string,
    options: { method?: string; headers?: Record<string, string>; body?: string[] } = {}
  ) =>
    new Promise<{ status: number; headers: IncomingHttpHeaders; body: string }>(
      (resolve, reject) => {
        const { method = 'GET', headers = {}, body = [] } = options;
        const asked = ask({ port: portOf(outer), path, method, headers }, (response) => {
          let text = '';
          response.on('data', (part) => (text += String(part)));
          response.on('error', reject);
          response.on('end', () =>
            resolve({ status: response.statusCode ?? 0, headers: response.headers, body: text })
          );
        });
        asked.on('error', reject);
        for (const part of body) asked.write(part);
        asked.end();
      }
    );

  it('arrive as they were sent, and their answers too', async () => {
    const { status, headers, body } = await send('/teapot?q=%E0%B8%81&x=', {
      headers: { 'X-Odd': 'value', 'Accept-Language': 'th' },
    });
    expect([status, body]).toEqual([418, 'whole']);
    expect(headers['set-cookie']).toEqual(['a=1', 'b=2']);
    expect(seen[0]).toMatchObject({ method: 'GET', url: '/teapot?q=%E0%B8%81&x=', body: '' });
    expect(seen[0]?.headers).toMatchObject({
      'x-odd': 'value',
      'accept-language': 'th',
      host: `localhost:${portOf(outer)}`,
    });
  });

  it('keep their bodies, of known and of unknown length and whatever the method', async () => {
    const parts = ['หนึ่ง', 'สอง', 'สาม'];
    const length = { 'Content-Length': String(Buffer.byteLength(parts.join(''))) };
    for (const method of ['POST', 'PUT', 'DELETE', 'GET']) {
      await send('/', { method, body: parts, headers: { 'Transfer-Encoding': 'chunked' } });
      await send('/', { method, body: parts, headers: length });
    }
    expect(seen.map(({ body }) => body)).toEqual(Array(8).fill(parts.join('')));
  });

  it('get long answers of unknown length whole, and none to a HEAD', async () => {
    expect((await send('/parts')).body).toHaveLength(2_000_000);
    const { status, body, headers } = await send('/', { method: 'HEAD' });
    expect([status, body, headers['x-own']]).toEqual([200, '', 'yes']);
  });

  it('seem to come from who sent them, whoever they say they are', async () => {
    await send('/', { headers: { 'X-KM-Sender': '203.0.113.7 1' } });
    expect(seen[0]?.address).toMatch(/^(::ffff:)?127\.0\.0\.1$/);
    expect(seen[0]?.port).toBeGreaterThan(1024);
    expect(seen[0]?.headers).not.toHaveProperty('x-km-sender');
  });

  it('have a known sender however many headers they bear', async () => {
    const many = Object.fromEntries(Array.from({ length: 1200 }, (_, at) => [`a${at}`, '']));
    await send('/', { headers: { Host: 'km.example', ...many } });
    expect(seen[0]?.address).toMatch(/^(::ffff:)?127\.0\.0\.1$/);
  });

  it('are given up with their connection where they wait behind others on it', async () => {
    const socket = connect(portOf(outer), '127.0.0.1');
    socket.on('error', () => {});
    socket.write('GET /never HTTP/1.1\r\nHost: x\r\n\r\n'.repeat(3));
    await waitUntil(() => seen.length === 3);
    socket.destroy();
    await waitUntil(() => givenUp === 3);
  });

  it('do not carry what belongs to one connection', async () => {
    await send('/', { headers: { Connection: 'close', Expect: '100-continue', TE: 'trailers' } });
    expect(seen[0]?.headers).toMatchObject({ connection: 'keep-alive' });
    expect(seen[0]?.headers).not.toHaveProperty('expect');
    expect(seen[0]?.headers).not.toHaveProperty('te');
  });

  it('are given up once nobody waits for them', async () => {
    const asked = ask({ port: portOf(outer), path: '/never' });
    asked.on('error', () => {});
    asked.end();
    await waitUntil(() => seen.length === 1);
    asked.destroy();
    await waitUntil(() => givenUp === 1);
  });

  it('break off where the answer breaks off', async () => {
    await expect(send('/broken')).rejects.toThrow(/aborted|hang up/);
  });

  it('are refused in the reader’s language while nobody is inside', async () => {
    await end(inner);
    const thai = await send('/');
    expect(thai.status).toBe(503);
    expect(thai.headers['retry-after']).toBe('5');
    expect(JSON.parse(thai.body).error.message).toContain('ระบบยังไม่พร้อมให้บริการ');
    const english = await send('/', { headers: { 'Accept-Language': 'en-GB' } });
    expect(JSON.parse(english.body).error.message).toContain('not available');
    await listen(inner);
  });

  it('are refused where two lengths could be read out of them', async () => {
    const socket = connect(portOf(outer), '127.0.0.1');
    let answer = '';
    socket.on('data', (part) => (answer += String(part)));
    socket.write(
      'POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 6\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\nGET /smuggled HTTP/1.1\r\nHost: x\r\n\r\n'
    );
    await waitUntil(() => socket.closed);
    expect(answer).toMatch(/^HTTP\/1\.1 400 /);
    expect(seen).toEqual([]);
  });
});
