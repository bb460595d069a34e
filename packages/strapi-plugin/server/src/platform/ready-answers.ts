import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { capped, type Answer } from './answer';
import { pickEncoding, type Encoded, type Encoding } from './encoding';
import { encodedEtag, matchesEtag } from './etag';

/** An answer whose bytes are ready, as the edge cache keeps it. */
export interface ReadyEntry {
  answer: Answer;
  encoded: Encoded;
  tag: string;
}

/** What the edge cache says of an entry when it hands it over. */
export interface Handover {
  entry: ReadyEntry;
  /** Whether it may still be sent; it is asked for each request. */
  isFresh(): boolean;
  /** It was sent: the cache keeps it for longer and makes its small copy. */
  onHit(): void;
}

/** Answers of the HTTP server that are ready before Koa begins its work. */
export interface ReadyAnswers {
  /** Keeps how a response left, so that the next one of this address leaves at once. */
  keep(request: IncomingMessage, response: ServerResponse, handover: Handover): void;
  /** Lets go of an entry that the edge cache let go of. */
  forget(entry: ReadyEntry): void;
  /** Stands before the listener that does the whole work. */
  before(whole: RequestListener): RequestListener;
}

interface Ready extends Handover {
  /** Headers all copies share, as they left the whole stack: names and values in turn. */
  shared: string[];
  heads: Partial<Record<Encoding, string[]>>;
  tags: string[];
}

/** An address longer than this is nobody's usual one. */
const longestAddress = 600;
/** Spellings of an address that one entry may be found by; the oldest makes room for a new one. */
const mostSpellings = 8;

/** Set anew for each response, or told by the entry. */
const ownHeaders = new Set([
  'cache-control',
  'connection',
  'content-encoding',
  'content-length',
  'content-type',
  'date',
  'etag',
  'keep-alive',
  'transfer-encoding',
  'x-km-cache',
]);

/** What a request may be told apart by, besides its encoding. */
function addressOf({ url = '', headers }: IncomingMessage): string {
  const forwarded = headers['x-forwarded-host'] ?? headers['x-forwarded-proto'];
  const { host } = headers;
  return forwarded
    ? `${url} ${host} ${headers['x-forwarded-host']} ${headers['x-forwarded-proto']}`
    : `${url} ${host}`;
}

/**
 * Keeps whole responses by the address as it was written. Koa and what hangs on it spend ten times
 * what sending ready bytes takes; a hit spends none of it.
 */
export function createReadyAnswers(): ReadyAnswers {
  const byAddress = new Map<string, Ready>();
  const addresses = new WeakMap<ReadyEntry, string[]>();

  function keep(request: IncomingMessage, response: ServerResponse, handover: Handover): void {
    const address = addressOf(request);
    if (request.method !== 'GET' || address.length > longestAddress) return;
    response.once('finish', () => {
      if (response.statusCode !== 200 || !handover.isFresh()) return;
      const spellings = addresses.get(handover.entry) ?? [];
      if (!spellings.includes(address)) {
        const [oldest = ''] = spellings.length < mostSpellings ? [] : spellings;
        byAddress.delete(oldest);
        const others = spellings.filter((spelling) => spelling !== oldest);
        addresses.set(handover.entry, [...others, address]);
      }
      const { tag } = handover.entry;
      const tags = ['identity', 'gzip', 'br'].map((name) => encodedEtag(tag, name));
      byAddress.set(address, { ...handover, shared: sharedHeaders(response), heads: {}, tags });
    });
  }

  function forget(entry: ReadyEntry): void {
    for (const address of addresses.get(entry) ?? []) {
      if (byAddress.get(address)?.entry === entry) byAddress.delete(address);
    }
    addresses.delete(entry);
  }

  function before(whole: RequestListener): RequestListener {
    return (request, response) => {
      const { method } = request;
      const ready =
        method === 'GET' || method === 'HEAD' ? byAddress.get(addressOf(request)) : undefined;
      if (!ready?.isFresh()) return whole(request, response);
      ready.onHit();
      send(ready, request, response);
    };
  }

  return { keep, forget, before };
}

function sharedHeaders(response: ServerResponse): string[] {
  return Object.entries(response.getHeaders()).flatMap(([name, value]) =>
    ownHeaders.has(name) || value === undefined ? [] : [name, String(value)]
  );
}

function send(ready: Ready, request: IncomingMessage, response: ServerResponse): void {
  const { entry, tags } = ready;
  const encoding = choose(request.headers['accept-encoding'] ?? '', entry.encoded);
  const wanted = request.headers['if-none-match'];
  const head = headOf(ready, encoding);
  if (wanted !== undefined && matchesEtag(wanted, tags)) {
    response.writeHead(304, head.slice(0, -contentHeaders(encoding)));
    response.end();
    return;
  }
  const bytes = entry.encoded[encoding] as Buffer;
  response.writeHead(200, head);
  if (request.method === 'HEAD') response.end();
  else response.end(bytes);
}

/** Entries of a head that tell of the bytes, which a 304 has none of; they stand last. */
const contentHeaders = (encoding: Encoding) => (encoding === 'identity' ? 4 : 6);

function headOf(ready: Ready, encoding: Encoding): string[] {
  const { answer, encoded, tag } = ready.entry;
  const made = ready.heads[encoding];
  if (made) return made;
  const head = [
    ...ready.shared,
    'ETag',
    encodedEtag(tag, encoding),
    'Cache-Control',
    capped(answer),
    'X-KM-Cache',
    'hit',
    'Content-Type',
    answer.type,
    'Content-Length',
    String((encoded[encoding] as Buffer).length),
    ...(encoding === 'identity' ? [] : ['Content-Encoding', encoding]),
  ];
  // What becomes untrue by itself counts down with every second.
  if (!answer.validUntil) ready.heads[encoding] = head;
  return head;
}

const chosen = new Map<string, Encoding>();

/** As {@link pickEncoding}; the same few headers come again and again. */
function choose(header: string, ready: Encoded): Encoding {
  const key = `${ready.br ? 1 : 0}${ready.gzip ? 1 : 0}${header}`;
  const known = chosen.get(key);
  if (known) return known;
  if (chosen.size >= 200) chosen.clear();
  const encoding = pickEncoding(header, ready);
  if (header.length <= 200) chosen.set(key, encoding);
  return encoding;
}
