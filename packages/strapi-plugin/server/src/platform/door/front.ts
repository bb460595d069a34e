import { mkdtempSync, rmSync } from 'node:fs';
import type { RequestListener } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { apiBase } from '@km-laas/contract';
import type { Core } from '@strapi/types';
import { breathe, goFirst } from '../breathe';
import type { Encoding } from '../encoding';
import type { Entry } from '../ready-entry';
import { workerFile } from '../worker-file';
import { answerHere, type Answered, type Asked } from './answer-here';
import type { Door, Ready, Sent } from './door';
import { Marks, readAtOf, type ReadAt } from './marks';
import { knowSender, type Inner } from './pass-on';

/** What the front is begun with. */
export interface FrontSettings {
  host: string;
  port: number;
  /** Reads below it are asked by a message, everything else by a connection to `inner`. */
  reads: string;
  inner: Inner;
  marks: SharedArrayBuffer;
}

/** A ready answer on its way to the front. */
export interface Handed {
  /** What its hits are reported by. */
  id: number;
  shared: readonly string[];
  type: string;
  cacheControl: string;
  validUntil: Date | null;
  tag: string;
  tags: readonly string[];
  encoded: Partial<Record<Encoding, SharedArrayBuffer>>;
  readAt: ReadAt;
}

export type ToFront =
  | { put: string; handed: Handed }
  | { take: string }
  | { answered: number; answer: Answered }
  | { drain: true }
  | { close: number };

export type FromFront =
  | { port: number }
  | { failed: string }
  | { ask: number; asked: Asked }
  | { hits: [id: number, times: number][]; sent: Sent }
  | { closed: true };

/** A {@link Door} that stands in a thread of its own. */
export interface Front extends Door<Entry> {
  /** Revisions, in memory the thread looks at. */
  readonly marks: Marks;
  /** Takes connections; answers at which port. Fails where it is taken, for one. */
  open(): Promise<number>;
}

/**
 * Has a thread of its own take the connections to a Strapi server: what is ready leaves from there,
 * however long the server's own thread is busy with an import or a publish, and without what Strapi
 * makes every request of its thread cost. Everything else is passed on to Strapi, which listens at
 * a socket that only this user's processes can reach.
 */
export function createFront(strapi: Core.Strapi): Front {
  const { httpServer } = strapi.server;
  const folder = mkdtempSync(join(tmpdir(), 'km-front-'));
  const removeFolder = () => rmSync(folder, { recursive: true, force: true });
  // Commands load the CMS too, and end without listening or closing.
  process.once('exit', removeFolder);
  strapi.config.set('server.socket', join(folder, 'strapi.sock'));
  // Between the two threads connections stay: nobody has to hurry to be there before they end. The
  // front asks for a host where HTTP does; a probe by HTTP/1.0 needs none.
  Object.assign(httpServer, { keepAliveTimeout: 0, requireHostHeader: false });
  const listeners = httpServer.listeners('request') as RequestListener[];
  httpServer.removeAllListeners('request');
  for (const whole of listeners) httpServer.on('request', knowSender(whole));

  const marks = new Marks();
  const idAt = new Map<string, number>();
  const handed = new Map<number, Ready<Entry>>();
  let lastId = 0;
  let sent: Sent = { hits: 0, revalidations: 0 };
  let worker: Worker | undefined;
  const tell = (message: ToFront, handedOver: ArrayBuffer[] = []) =>
    worker?.postMessage(message, handedOver);

  /** A read, which a connection between the two threads would cost a quarter of. */
  function read(id: number, asked: Asked): void {
    const [whole] = listeners;
    if (!whole) return;
    answerHere(whole, asked, (answer) =>
      tell({ answered: id, answer }, answer.body ? [answer.body.buffer as ArrayBuffer] : [])
    );
  }

  function forgetAt(address: string): void {
    const id = idAt.get(address);
    if (id === undefined) return;
    idAt.delete(address);
    handed.delete(id);
  }

  return {
    marks,
    get sent() {
      return sent;
    },

    put(address, ready) {
      if (!worker) return;
      forgetAt(address);
      const id = (lastId += 1);
      idAt.set(address, id);
      handed.set(id, ready);
      tell({ put: address, handed: handOf(id, ready) });
    },

    take(address) {
      forgetAt(address);
      tell({ take: address });
    },

    open() {
      const { host, port } = strapi.config.get('server') as { host: string; port: number };
      const at = httpServer.address();
      const inner = typeof at === 'string' ? { socketPath: at } : { port: at?.port };
      const settings: FrontSettings = { host, port, reads: apiBase, inner, marks: marks.memory };
      const started = new Worker(workerFile('front'), { workerData: settings });
      worker = started;
      return new Promise((resolve, reject) => {
        started.on('message', (message: FromFront) => {
          if ('port' in message) resolve(message.port);
          if ('failed' in message) {
            strapi.log.error(`km: the thread that takes connections: ${message.failed}`);
            reject(new Error(message.failed));
          }
          // In a turn of its own: messages are taken by the hundred in one, and what is made in it
          // is let go of only at its end. It is a read from now on, or work would begin before it.
          if ('ask' in message) void goFirst(breathe).then(() => read(message.ask, message.asked));
          if (!('hits' in message)) return;
          sent = message.sent;
          for (const [id, times] of message.hits) handed.get(id)?.onHit(times);
        });
        // A server whose door is gone is of no use to anybody; whoever runs it starts it again.
        started.on('error', (error) => {
          reject(error);
          strapi.stopWithError(error, 'km: the thread that takes connections has failed.');
        });
      });
    },

    drain: () => tell({ drain: true }),

    async close(lastLook) {
      const closing = worker;
      if (closing) {
        const closed = new Promise<void>((resolve) => {
          closing.on('message', (message: FromFront) => 'closed' in message && resolve());
          closing.once('exit', () => resolve());
        });
        tell({ close: lastLook });
        await closed;
        await closing.terminate();
      }
      worker = undefined;
      process.off('exit', removeFolder);
      removeFolder();
    },
  };
}

function handOf(id: number, { entry, shared }: Ready<Entry>): Handed {
  const { answer, tag, tags, snapshot } = entry;
  const { type, cacheControl, validUntil = null, services } = answer;
  const encoded: Handed['encoded'] = {};
  for (const [name, bytes] of Object.entries(entry.encoded)) {
    if (bytes) encoded[name as Encoding] = shareBytes(entry, name as Encoding, bytes);
  }
  const readAt = readAtOf(services, snapshot);
  return { id, shared, type, cacheControl, validUntil, tag, tags, encoded, readAt };
}

/** Moves bytes to memory both threads look at, so that nothing is kept twice. */
function shareBytes(entry: Entry, name: Encoding, bytes: Buffer): SharedArrayBuffer {
  if (bytes.buffer instanceof SharedArrayBuffer) return bytes.buffer;
  const memory = new SharedArrayBuffer(bytes.length);
  const moved = Buffer.from(memory);
  bytes.copy(moved);
  entry.encoded[name] = moved;
  if (name === 'identity') entry.answer.bytes = moved;
  return memory;
}
