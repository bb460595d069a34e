import { request as requestHttp, type IncomingMessage, type RequestOptions } from 'node:http';
import { request as requestHttps } from 'node:https';
import type { Readable } from 'node:stream';
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib';
import { ProblemError, type Sentence } from '../platform/problem';

/** A page as its server sent it. */
export interface FetchedPage {
  /** Where it stands, after redirections. */
  address: string;
  /** Content security policies of its headers, one of the page's own to come. */
  policies: string[];
  /** What its header says it is, e.g. `text/html; charset=tis-620`. */
  type: string;
  bytes: Buffer;
}

export interface FetchOptions {
  /** Whether pages of this machine and its network may be looked at. */
  allowsPrivate: boolean;
  /** The address we are known by, empty where none is set; who runs a website sees in their log who came. */
  origin: string;
  /** Milliseconds for all of it. */
  patience?: number;
  /** Bytes of a page, decompressed. */
  maxBytes?: number;
}

const redirections = 5;
const bytesOfPages = 2 * 1024 * 1024;

/**
 * Fetches a page somebody named, who may mean harm: only by http and https at their usual ports, and
 * only from addresses of the public internet, looked at after the name was resolved and again at
 * each redirection.
 *
 * @throws {ProblemError} 422 that says why there is nothing to look at.
 */
export async function fetchPage(url: string, options: FetchOptions): Promise<FetchedPage> {
  const { patience = 10_000 } = options;
  // One for all redirections: each could take as long as a whole page may.
  const signal = AbortSignal.timeout(patience);
  let address = new URL(url);
  for (let hop = 0; hop <= redirections; hop += 1) {
    const page = await visit(address, signal, options).catch((error: unknown) => {
      throw signal.aborted ? tooSlow(address.host, patience) : problemOf(error, address);
    });
    if (!(page instanceof URL)) return page;
    address = page;
  }
  throw refusal(
    `${address.host} เปลี่ยนเส้นทางเกิน ${redirections} ครั้ง`,
    `${address.host} redirects more than ${redirections} times`
  );
}

/** Asks one address; answers the page, or the address it points on to. */
async function visit(
  address: URL,
  signal: AbortSignal,
  options: FetchOptions
): Promise<FetchedPage | URL> {
  const response = await ask(address, signal, options);
  try {
    const { statusCode = 0, headers } = response;
    if ([301, 302, 303, 307, 308].includes(statusCode) && headers.location) {
      return pointedTo(headers.location, address);
    }
    if (statusCode !== 200) {
      throw refusal(
        `${address.host} ตอบด้วยสถานะ ${statusCode} แทนหน้าเว็บ`,
        `${address.host} answers with status ${statusCode} instead of a page`
      );
    }
    const type = headers['content-type'] ?? 'text/html';
    if (!/^(text\/html|application\/xhtml\+xml)\b/i.test(type)) {
      throw refusal(
        `ที่อยู่นี้ไม่ใช่หน้าเว็บ แต่เป็น ${type.slice(0, 60)}`,
        `This is no web page but ${type.slice(0, 60)}`
      );
    }
    return {
      address: address.href,
      // Node puts several headers of this name into one, which is how their list is written too.
      policies: String(headers['content-security-policy'] ?? '').split(','),
      type,
      bytes: await collect(unpacked(response), options.maxBytes ?? bytesOfPages),
    };
  } finally {
    response.destroy();
  }
}

async function ask(
  address: URL,
  signal: AbortSignal,
  { allowsPrivate, origin }: FetchOptions
): Promise<IncomingMessage> {
  if (address.username || address.password || (!allowsPrivate && address.port !== '')) {
    throw refusal(
      'ที่อยู่ต้องไม่มีรหัสผ่านหรือหมายเลขพอร์ต',
      'An address must hold neither a password nor a port'
    );
  }
  const { useAgent } = await import('request-filtering-agent');
  const request = address.protocol === 'https:' ? requestHttps : requestHttp;
  const options: RequestOptions = {
    agent: useAgent(address.href, {
      allowPrivateIPAddress: allowsPrivate,
      allowMetaIPAddress: allowsPrivate,
    }),
    signal,
    headers: {
      accept: 'text/html,application/xhtml+xml',
      'accept-encoding': 'gzip, br',
      'accept-language': 'th, en;q=0.5',
      'user-agent': `Mozilla/5.0 (compatible; KM-eLAAS page check${origin && `; +${origin}/embed`})`,
    },
  };
  return new Promise((resolve, reject) => {
    request(address, options, resolve).on('error', reject).end();
  });
}

function pointedTo(location: string, from: URL): URL {
  const next = URL.canParse(location, from.href) ? new URL(location, from) : null;
  if (next && /^https?:$/.test(next.protocol)) return next;
  throw refusal(
    `${from.host} เปลี่ยนเส้นทางไปยังที่อยู่ที่เปิดไม่ได้`,
    `${from.host} redirects to an address that cannot be opened`
  );
}

function unpacked(response: IncomingMessage): Readable {
  const make = { gzip: createGunzip, br: createBrotliDecompress, deflate: createInflate }[
    (response.headers['content-encoding'] ?? '').toLowerCase()
  ];
  if (!make) return response;
  const unpacker = make();
  response.on('error', (error) => unpacker.destroy(error));
  return response.pipe(unpacker);
}

async function collect(stream: Readable, limit: number): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of stream as AsyncIterable<Buffer>) {
    size += chunk.length;
    // What a few bytes unpack to is never held whole.
    if (size > limit) {
      throw refusal(
        `หน้าเว็บมีขนาดเกิน ${limit / 1024 / 1024} MB`,
        `The page is larger than ${limit / 1024 / 1024} MB`
      );
    }
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

/** What kept a page from being read, as its web admin can mend it. */
function problemOf(error: unknown, { host }: URL): ProblemError {
  if (error instanceof ProblemError) return error;
  const { code } = error as NodeJS.ErrnoException;
  // Of the agent, which alone gives its errors no code.
  if (code === undefined) {
    return refusal(
      `${host} ไม่ใช่เว็บไซต์บนอินเทอร์เน็ตสาธารณะ`,
      `${host} is no website of the public internet`
    );
  }
  if (/^(ENOTFOUND|EAI_AGAIN)$/.test(code)) {
    return refusal(`ไม่พบเว็บไซต์ชื่อ ${host}`, `There is no website named ${host}`);
  }
  if (/CERT|SIGNATURE|ISSUER|SSL|TLS/.test(code)) {
    return refusal(
      `ใบรับรองความปลอดภัย (SSL) ของ ${host} ใช้ไม่ได้ (${code})`,
      `The certificate of ${host} does not hold (${code})`
    );
  }
  return refusal(`เชื่อมต่อกับ ${host} ไม่ได้`, `${host} cannot be reached`);
}

function tooSlow(host: string, patience: number): ProblemError {
  return refusal(
    `${host} ไม่ตอบภายใน ${patience / 1000} วินาที`,
    `${host} does not answer within ${patience / 1000} seconds`
  );
}

function refusal(th: string, en: string): ProblemError {
  const sentence: Sentence = {
    th: `${th} จึงตรวจจากที่อยู่ไม่ได้ ให้เปิดหน้าเว็บเองแล้วคัดลอกโค้ดมาวางแทน`,
    en: `${en}, so it cannot be checked by its address. Open the page yourself and paste its code instead.`,
  };
  return new ProblemError(422, sentence);
}
