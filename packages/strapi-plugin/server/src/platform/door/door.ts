import type { IncomingMessage, RequestListener, Server, ServerResponse } from 'node:http';
import { capped, type Answer } from '../answer';
import { contentEncoding, pickEncoding, type Encoded, type Encoding } from '../encoding';
import { encodedEtag, matchesEtag } from '../etag';
import { closeGently } from './close-gently';

/** As much of an entry as is sent of it. */
export interface Sendable {
  answer: Pick<Answer, 'type' | 'cacheControl' | 'validUntil'>;
  encoded: Encoded;
  tag: string;
  tags: readonly string[];
}

/** What is ready to leave for whoever asks by its address. */
export interface Ready<Entry extends Sendable = Sendable> {
  entry: Entry;
  /** Headers all copies share, as they left the whole stack: names and values in turn. */
  shared: readonly string[];
  /** Whether it may still be sent; it is asked for each request. */
  isFresh(): boolean;
  /** It was sent so many times since it was last told. */
  onHit(times: number): void;
}

/** Where answers stand ready, by the address as it was written. */
export interface AnswerPlace<Entry extends Sendable = Sendable> {
  put(address: string, ready: Ready<Entry>): void;
  take(address: string): void;
}

/** Where requests come in: what is ready leaves at once, everything else goes the whole way. */
export interface Door<Entry extends Sendable = Sendable> extends AnswerPlace<Entry> {
  /** Answers sent so far, and those of them that told a reader he has the bytes already. */
  readonly sent: Readonly<Sent>;
  /** Has each connection end with the answer it waits for. */
  drain(): void;
  /** Takes no more connections and ends those there are, as {@link closeGently}. */
  close(lastLook: number): Promise<void>;
}

export interface Sent {
  hits: number;
  revalidations: number;
}

interface Shelved extends Ready {
  heads: Partial<Record<Encoding, string[]>>;
  revalidations: Partial<Record<Encoding, string[]>>;
}

/** What a reader who has the bytes is told again: the rest, his copy has (RFC 9110 §15.4.5). */
const toldAgain = new Set(['access-control-allow-origin', 'vary']);

/** What a request is told apart by where the host matters, besides its encoding. */
export function addressWithHost({ url = '', headers }: IncomingMessage): string {
  return `${url} ${headers.host} ${headers['x-forwarded-host']} ${headers['x-forwarded-proto']}`;
}

/**
 * Stands before the listeners a server has now. What hangs on them spends ten times what sending
 * ready bytes takes; a hit spends none of it.
 */
export function createDoor(server: Server): Door {
  const byAddress = new Map<string, Shelved>();
  const sent: Sent = { hits: 0, revalidations: 0 };
  let draining = false;

  const listeners = server.listeners('request') as RequestListener[];
  server.removeAllListeners('request');
  for (const whole of listeners) {
    server.on('request', (request: IncomingMessage, response: ServerResponse) => {
      if (draining) response.shouldKeepAlive = false;
      const ready = find(request);
      if (!ready?.isFresh()) return whole(request as never, response as never);
      ready.onHit(1);
      sent.hits += 1;
      send(ready, request, response);
    });
  }

  function find(request: IncomingMessage): Shelved | undefined {
    const { method, url = '' } = request;
    if (method !== 'GET' && method !== 'HEAD') return undefined;
    return byAddress.get(url) ?? byAddress.get(addressWithHost(request));
  }

  function send(ready: Shelved, request: IncomingMessage, response: ServerResponse): void {
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

  return {
    put: (address, ready) =>
      void byAddress.set(address, { ...ready, heads: {}, revalidations: {} }),
    take: (address) => void byAddress.delete(address),
    sent,
    drain: () => void (draining = true),
    close: (lastLook) => closeGently(server, lastLook),
  };
}

function validatorsOf({ answer, tag }: Sendable, encoding: Encoding): string[] {
  return ['ETag', encodedEtag(tag, encoding), 'Cache-Control', capped(answer)];
}

function headOf({ entry, shared, heads }: Shelved, encoding: Encoding): string[] {
  const made = heads[encoding];
  if (made) return made;
  const { answer, encoded } = entry;
  const onTheWire = contentEncoding(encoding);
  const head = [
    ...shared,
    ...validatorsOf(entry, encoding),
    'X-KM-Cache',
    'hit',
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

function revalidationOf({ entry, shared, revalidations }: Shelved, encoding: Encoding): string[] {
  const made = revalidations[encoding];
  if (made) return made;
  const again = shared.filter((_text, at) => toldAgain.has(shared[at - (at % 2)] as string));
  const head = [...again, ...validatorsOf(entry, encoding)];
  if (!entry.answer.validUntil) revalidations[encoding] = head;
  return head;
}

/** What a header was found to choose, by which copies there were. */
const chosen = Array.from({ length: 8 }, () => new Map<string, Encoding>());

/** As {@link pickEncoding}; the same few headers come again and again. */
function choose(header: string, ready: Encoded): Encoding {
  const made = (ready.dense ? 4 : 0) + (ready.br ? 2 : 0) + (ready.gzip ? 1 : 0);
  if (made === 0 || header === '') return 'identity';
  const ofThese = chosen[made] as Map<string, Encoding>;
  const known = ofThese.get(header);
  if (known) return known;
  if (ofThese.size >= 50) ofThese.clear();
  const encoding = pickEncoding(header, ready);
  if (header.length <= 200) ofThese.set(header, encoding);
  return encoding;
}
