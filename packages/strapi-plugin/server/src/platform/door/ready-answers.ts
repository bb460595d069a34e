import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Entry } from '../ready-entry';
import { addressWithHost, type AnswerPlace, type Ready } from './door';

/** What the edge cache says of an entry when it hands it over. */
export interface Handover extends Pick<Ready<Entry>, 'entry' | 'isFresh' | 'onHit'> {
  /** Whether every host gets the same bytes. */
  isForEveryHost: boolean;
}

/** What of the edge cache stands ready before Koa. */
export interface ReadyAnswers {
  /** Keeps how a response left, so that the next one of this address leaves at once. */
  keep(request: IncomingMessage, response: ServerResponse, handover: Handover): void;
  /** Takes note that an entry has more copies than it had. */
  renew(entry: Entry): void;
  /** Lets go of an entry that the edge cache let go of. */
  forget(entry: Entry): void;
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

/** Keeps whole responses at a place they leave from, by the address as it was written. */
export function createReadyAnswers(place: AnswerPlace<Entry>): ReadyAnswers {
  const entryAt = new Map<string, Entry>();
  const spellingsOf = new WeakMap<Entry, Map<string, Ready<Entry>>>();

  function takeOne(entry: Entry, address: string): void {
    // Another entry may stand there by now.
    if (entryAt.get(address) !== entry) return;
    entryAt.delete(address);
    place.take(address);
  }

  return {
    keep(request, response, handover) {
      const { entry, isForEveryHost, isFresh, onHit } = handover;
      const address = isForEveryHost ? (request.url ?? '') : addressWithHost(request);
      if (request.method !== 'GET' || address.length > longestAddress) return;
      response.once('finish', () => {
        const { statusCode } = response;
        if ((statusCode !== 200 && statusCode !== 304) || !isFresh()) return;
        const spellings = spellingsOf.get(entry) ?? new Map<string, Ready<Entry>>();
        spellingsOf.set(entry, spellings);
        if (!spellings.has(address) && spellings.size >= mostSpellings) {
          const [oldest = ''] = spellings.keys();
          spellings.delete(oldest);
          takeOne(entry, oldest);
        }
        const ready = { entry, shared: sharedHeaders(response), isFresh, onHit };
        spellings.set(address, ready);
        entryAt.set(address, entry);
        place.put(address, ready);
      });
    },

    renew(entry) {
      for (const [address, ready] of spellingsOf.get(entry) ?? []) {
        if (entryAt.get(address) === entry) place.put(address, ready);
      }
    },

    forget(entry) {
      for (const address of spellingsOf.get(entry)?.keys() ?? []) takeOne(entry, address);
      spellingsOf.delete(entry);
    },
  };
}

function sharedHeaders(response: ServerResponse): string[] {
  return Object.entries(response.getHeaders()).flatMap(([name, value]) =>
    ownHeaders.has(name) || value === undefined ? [] : [name, String(value)]
  );
}
