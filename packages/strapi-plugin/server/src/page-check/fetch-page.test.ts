import { once } from 'node:events';
import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ProblemError } from '../platform/problem';
import { fetchPage, type FetchOptions } from './fetch-page';

const page = '<title>เทศบาล</title>';
const html = { 'content-type': 'text/html; charset=utf-8' };

const answers: Record<string, RequestListener> = {
  '/': (_request, response) => void response.writeHead(200, html).end(page),
  '/gzip': (_request, response) =>
    void response.writeHead(200, { ...html, 'content-encoding': 'gzip' }).end(gzipSync(page)),
  '/br': (_request, response) =>
    void response
      .writeHead(200, { ...html, 'content-encoding': 'br' })
      .end(brotliCompressSync(page)),
  '/broken': (_request, response) =>
    void response.writeHead(200, { ...html, 'content-encoding': 'gzip' }).end(page),
  '/policies': (_request, response) => {
    response.setHeader('content-security-policy', ["script-src 'self'", 'img-src *']);
    response.writeHead(200, html).end(page);
  },
  '/moved': (_request, response) => void response.writeHead(302, { location: '/moved/on' }).end(),
  '/moved/on': (_request, response) => void response.writeHead(301, { location: '../' }).end(),
  '/round': (_request, response) => void response.writeHead(302, { location: '/round' }).end(),
  '/elsewhere': (_request, response) =>
    void response.writeHead(302, { location: 'file:///etc/passwd' }).end(),
  '/gone': (_request, response) => void response.writeHead(404, html).end(page),
  '/letter.pdf': (_request, response) =>
    void response.writeHead(200, { 'content-type': 'application/pdf' }).end('%PDF'),
  '/large': (_request, response) => void response.writeHead(200, html).end('ก'.repeat(2000)),
  '/bomb': (_request, response) =>
    void response
      .writeHead(200, { ...html, 'content-encoding': 'gzip' })
      .end(gzipSync(Buffer.alloc(20 * 1024 * 1024))),
  '/silent': () => {},
  '/halting': (_request, response) => void response.writeHead(200, html).write(page),
};

describe('fetchPage', () => {
  let server: Server;
  let origin: string;
  beforeAll(async () => {
    server = createServer((request, response) => answers[request.url ?? '']?.(request, response));
    await once(server.listen(0, '127.0.0.1'), 'listening');
    origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  afterAll(() => {
    server.closeAllConnections();
    server.close();
  });

  const options = { allowsPrivate: true, origin: 'https://km.example.go.th', maxBytes: 1000 };
  const open = (path: string, more: Partial<FetchOptions> = {}) =>
    fetchPage(origin + path, { ...options, ...more });
  const refusalOf = async (fetched: Promise<unknown>) => {
    const error = await fetched.then(
      () => null,
      (problem: unknown) => problem
    );
    expect(error).toBeInstanceOf(ProblemError);
    const { status, sentence } = error as ProblemError;
    expect(status).toBe(422);
    expect(sentence.th).toMatch(/คัดลอกโค้ดมาวางแทน$/);
    return sentence.th;
  };

  it.each(['/', '/gzip', '/br'])('reads a page: %s', async (path) => {
    const fetched = await open(path);
    expect(fetched.bytes.toString()).toBe(page);
    expect(fetched).toMatchObject({ address: origin + path, type: html['content-type'] });
  });

  it('takes every policy of the headers', async () => {
    const { policies } = await open('/policies');
    expect(policies.map((policy) => policy.trim())).toEqual(["script-src 'self'", 'img-src *']);
  });

  it('follows redirections, and tells where they end', async () => {
    expect((await open('/moved')).address).toBe(`${origin}/`);
  });

  it.each<[string, RegExp]>([
    ['/round', /เปลี่ยนเส้นทางเกิน 5 ครั้ง/],
    ['/elsewhere', /เปลี่ยนเส้นทางไปยังที่อยู่ที่เปิดไม่ได้/],
    ['/gone', /สถานะ 404/],
    ['/letter.pdf', /application\/pdf/],
    ['/large', /ขนาดเกิน/],
    ['/bomb', /ขนาดเกิน/],
    ['/broken', /เชื่อมต่อกับ .+ ไม่ได้/],
  ])('says why it cannot read %s', async (path, told) => {
    expect(await refusalOf(open(path))).toMatch(told);
  });

  it.each(['/silent', '/halting'])('does not wait for ever: %s', async (path) => {
    expect(await refusalOf(open(path, { patience: 100 }))).toMatch(/ไม่ตอบภายใน 0.1 วินาที/);
  });

  it('says that nobody listens, or that there is no such name', async () => {
    const none = fetchPage('http://127.0.0.1:1/', options);
    expect(await refusalOf(none)).toMatch(/เชื่อมต่อกับ 127.0.0.1:1 ไม่ได้/);
    const unknown = fetchPage('http://nothing.invalid/', options);
    expect(await refusalOf(unknown)).toMatch(/(ไม่พบเว็บไซต์ชื่อ|เชื่อมต่อกับ) nothing.invalid/);
  });

  it.each([
    'http://127.0.0.1/',
    'http://localhost/',
    'http://[::1]/',
    'http://[::ffff:127.0.0.1]/',
    'http://[64:ff9b::7f00:1]/',
    'http://0.0.0.0/',
    'http://2130706433/',
    'http://0x7f.1/',
    'http://10.1.2.3/',
    'http://192.168.1.1/',
    'http://169.254.169.254/latest/meta-data/',
    'http://100.64.0.1/',
    'https://[fd00::1]/',
    'https://[fe80::1]/',
  ])('opens nothing of its own network: %s', async (url) => {
    const fetched = fetchPage(url, { ...options, allowsPrivate: false });
    expect(await refusalOf(fetched)).toMatch(/ไม่ใช่เว็บไซต์บนอินเทอร์เน็ตสาธารณะ/);
  });

  it.each(['https://www.example.go.th:8443/', 'https://name:secret@www.example.go.th/'])(
    'opens no other door than a website has: %s',
    async (url) => {
      const fetched = fetchPage(url, { ...options, allowsPrivate: false });
      expect(await refusalOf(fetched)).toMatch(/ต้องไม่มีรหัสผ่านหรือหมายเลขพอร์ต/);
    }
  );
});
