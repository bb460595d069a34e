import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { parentPort, workerData } from 'node:worker_threads';
import type { Encoded } from '../encoding';
import type { Answered } from './answer-here';
import { createDoor, type Ready } from './door';
import type { FromFront, FrontSettings, Handed, ToFront } from './front';
import { holdTickShape } from './hold-tick-shape';
import { Marks } from './marks';
import { passOn } from './pass-on';

/** Milliseconds between two reports of what was sent. */
const reportEvery = 100;

const { host, port, reads, inner, marks: memory } = workerData as FrontSettings;
const marks = new Marks(memory);
const pass = passOn(inner);
const server = createServer((request, response) =>
  isRead(request) ? ask(request, response) : pass(request, response)
);
const door = createDoor(server);
/** Hits since the last report, of answers that had any. */
let hit: { id: number; times: number }[] = [];
/** Who waits for an answer from inside, by the number it was asked with. */
const waiting = new Map<number, ServerResponse>();
let asked = 0;
const tell = (message: FromFront) => parentPort?.postMessage(message);

function readyOf({ id, shared, readAt, ...handed }: Handed): Ready {
  const { type, cacheControl, validUntil, tag, tags } = handed;
  const count = { id, times: 0 };
  const copies = Object.entries(handed.encoded).map(([name, bytes]) => [name, Buffer.from(bytes)]);
  return {
    entry: {
      answer: { type, cacheControl, validUntil },
      encoded: Object.fromEntries(copies) as Encoded,
      tag,
      tags,
    },
    shared,
    isFresh: () => marks.holds(readAt) && !(validUntil && validUntil.getTime() <= Date.now()),
    onHit(times) {
      if (count.times === 0) hit.push(count);
      count.times += times;
    },
  };
}

function isRead({ method, url, headers }: IncomingMessage): boolean {
  const isBare = headers['content-length'] === undefined && !headers['transfer-encoding'];
  return isBare && (method === 'GET' || method === 'HEAD') && url?.startsWith(reads) === true;
}

function ask(request: IncomingMessage, response: ServerResponse): void {
  const { method = '', url = '', headers, socket } = request;
  const id = (asked += 1);
  waiting.set(id, response);
  response.on('close', () => waiting.delete(id));
  const { remoteAddress: address, remotePort: port } = socket;
  tell({ ask: id, asked: { method, url, headers, address, port } });
}

function answer(id: number, { status, headers, body }: Answered): void {
  const response = waiting.get(id);
  // One that waits behind another on its connection says nothing when that ends.
  waiting.delete(id);
  if (!response) return;
  response.writeHead(status, headers);
  response.end(response.req.method === 'HEAD' ? undefined : body);
}

function report(): void {
  if (hit.length === 0) return;
  tell({ hits: hit.map(({ id, times }) => [id, times]), sent: { ...door.sent } });
  for (const count of hit) count.times = 0;
  hit = [];
}

parentPort?.on('message', (message: ToFront) => {
  if ('put' in message) door.put(message.put, readyOf(message.handed));
  else if ('take' in message) door.take(message.take);
  else if ('answered' in message) answer(message.answered, message.answer);
  else if ('drain' in message) door.drain();
  else void door.close(message.close).then(() => (report(), tell({ closed: true })));
});
holdTickShape();
setInterval(report, reportEvery).unref();
server.on('error', (error) => tell({ failed: error.message }));
server.listen(port, host, () => tell({ port: (server.address() as AddressInfo).port }));
