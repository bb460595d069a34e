import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { capped } from './answer';
import { contentEncoding, pickEncoding, type Encoded, type Encoding } from './encoding';
import { encodedEtag, matchesEtag } from './etag';
import type { Entry } from './ready-entry';

/** What the edge cache says of an entry when it hands it over. */
export interface Handover {
  entry: Entry;
  /** Whether every host gets the same bytes. */
  isForEveryHost: boolean;
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
  forget(entry: Entry): void;
  /** Stands before the listener that does the whole work. */
  before(whole: RequestListener): RequestListener;
  /** Answers sent so far, and those of them that told a reader he has the bytes already. */
  readonly sent: { hits: number; revalidations: number };
  /** Has each connection end with the answer it waits for. */
  drain(): void;
}

interface Ready extends Handover {
  /** Headers all copies share, as they left the whole stack: names and values in turn. */
  shared: string[];
  heads: Partial<Record<Encoding, string[]>>;
  revalidations: Partial<Record<Encoding, string[]>>;
}

/** An address longer than this is nobody's usual one. */
const longestAddress = 600;
/** Spellings of an address that one entry may be found by; the oldest makes room for a new one. */
const mostSpellings = 8;

/** Set anew for each response, or told by the entry. */
const ownHeaders = new Set([
  'age',
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

/** What a reader who has the bytes is told again: the rest, his copy has (RFC 9110 §15.4.5). */
const toldAgain = new Set(['access-control-allow-origin', 'access-control-expose-headers', 'vary']);

/** What a request is told apart by where the host matters, besides its encoding. */
function addressWithHost({ url = '', headers }: IncomingMessage): string {
  return `${url} ${headers.host} ${headers['x-forwarded-host']} ${headers['x-forwarded-proto']}`;
}

/**
 * Keeps whole responses by the address as it was written. Koa and what hangs on it spend ten times
 * what sending ready bytes takes; a hit spends none of it.
 */
export function createReadyAnswers(): ReadyAnswers {
  const byAddress = new Map<string, Ready>();
  const addresses = new WeakMap<Entry, string[]>();
  const sent = { hits: 0, revalidations: 0 };
  let draining = false;

  function keep(request: IncomingMessage, response: ServerResponse, handover: Handover): void {
    const { entry, isForEveryHost } = handover;
    const address = isForEveryHost ? (request.url ?? '') : addressWithHost(request);
    if (request.method !== 'GET' || address.length > longestAddress) return;
    response.once('finish', () => {
      if (response.statusCode !== 200 || !handover.isFresh()) return;
      const spellings = addresses.get(entry) ?? [];
      if (!spellings.includes(address)) {
        const [oldest = ''] = spellings.length < mostSpellings ? [] : spellings;
        byAddress.delete(oldest);
        const others = spellings.filter((spelling) => spelling !== oldest);
        addresses.set(entry, [...others, address]);
      }
      const shared = sharedHeaders(response);
      byAddress.set(address, { ...handover, shared, heads: {}, revalidations: {} });
    });
  }

  function forget(entry: Entry): void {
    for (const address of addresses.get(entry) ?? []) {
      if (byAddress.get(address)?.entry === entry) byAddress.delete(address);
    }
    addresses.delete(entry);
  }

  function find(request: IncomingMessage): Ready | undefined {
    const { method, url = '' } = request;
    if (method !== 'GET' && method !== 'HEAD') return undefined;
    return byAddress.get(url) ?? byAddress.get(addressWithHost(request));
  }

  function before(whole: RequestListener): RequestListener {
    return (request, response) => {
      if (draining) response.shouldKeepAlive = false;
      const ready = find(request);
      if (!ready?.isFresh()) return whole(request, response);
      ready.onHit();
      sent.hits += 1;
      send(ready, request, response);
    };
  }

  function send(ready: Ready, request: IncomingMessage, response: ServerResponse): void {
    const { entry } = ready;
    const { headers } = request;
    const encoding = choose(headers['accept-encoding'] ?? '', entry.encoded);
    const wanted = headers['if-none-match'];
    if (wanted !== undefined && matchesEtag(wanted, entry.tags)) {
      sent.revalidations += 1;
      response.writeHead(304, revalidationOf(ready, encoding));
      response.end();
      return;
    }
    response.writeHead(200, headOf(ready, encoding));
    if (request.method === 'HEAD') response.end();
    else response.end(entry.encoded[encoding]);
  }

  return { keep, forget, before, sent, drain: () => void (draining = true) };
}

function sharedHeaders(response: ServerResponse): string[] {
  return Object.entries(response.getHeaders()).flatMap(([name, value]) =>
    ownHeaders.has(name) || value === undefined ? [] : [name, String(value)]
  );
}

function ownHeadersOf({ answer, tag }: Entry, encoding: Encoding): string[] {
  return ['ETag', encodedEtag(tag, encoding), 'Cache-Control', capped(answer), 'X-KM-Cache', 'hit'];
}

function headOf({ entry, shared, heads }: Ready, encoding: Encoding): string[] {
  const made = heads[encoding];
  if (made) return made;
  const { answer, encoded } = entry;
  const onTheWire = contentEncoding(encoding);
  const head = [
    ...shared,
    ...ownHeadersOf(entry, encoding),
    'Content-Type',
    answer.type,
    'Content-Length',
    String((encoded[encoding] as Buffer).length),
    ...(onTheWire ? ['Content-Encoding', onTheWire] : []),
  ];
  // What becomes untrue by itself counts down with every second.
  if (!answer.validUntil) heads[encoding] = head;
  return head;
}

function revalidationOf({ entry, shared, revalidations }: Ready, encoding: Encoding): string[] {
  const made = revalidations[encoding];
  if (made) return made;
  const again = shared.filter((_text, at) => toldAgain.has(shared[at - (at % 2)] as string));
  const head = [...again, ...ownHeadersOf(entry, encoding)];
  if (!entry.answer.validUntil) revalidations[encoding] = head;
  return head;
}

const chosen = new Map<string, Encoding>();

/** As {@link pickEncoding}; the same few headers come again and again. */
function choose(header: string, ready: Encoded): Encoding {
  const made = (ready.dense ? 4 : 0) + (ready.br ? 2 : 0) + (ready.gzip ? 1 : 0);
  if (made === 0 || header === '') return 'identity';
  const key = `${made}${header}`;
  const known = chosen.get(key);
  if (known) return known;
  if (chosen.size >= 200) chosen.clear();
  const encoding = pickEncoding(header, ready);
  if (header.length <= 200) chosen.set(key, encoding);
  return encoding;
}
