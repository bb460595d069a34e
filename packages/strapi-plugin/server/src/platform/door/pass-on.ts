import {
  Agent,
  request as ask,
  type IncomingMessage,
  type RequestListener,
  type RequestOptions,
  type ServerResponse,
} from 'node:http';
import { pipeline } from 'node:stream';
import { problemBody, problemOfStatus, retryAfter } from '../problem';

/** Who asked, for a server that sees only who passes the request on: address and port. */
const senderHeader = 'x-km-sender';

/** Of one connection alone (RFC 9110 §7.6.1), and what nobody outside may say. */
const notPassedOn = new Set([
  'connection',
  'keep-alive',
  'proxy-connection',
  'te',
  'trailer',
  'transfer-encoding',
  'upgrade',
  'expect',
  senderHeader,
]);

/** Where the server that does the whole work listens. */
export type Inner = Pick<RequestOptions, 'socketPath' | 'host' | 'port'>;

/**
 * Passes requests on to a server of the same process, whole and as they came, and its answers back.
 */
export function passOn(inner: Inner): RequestListener {
  const agent = new Agent({ keepAlive: true });
  return (request, response) => {
    const { method, url, socket } = request;
    const sender = `${socket.remoteAddress ?? ''} ${socket.remotePort ?? ''}`;
    // First, for no more than a thousand headers are read.
    const headers = [senderHeader, sender, ...onward(request.rawHeaders)];
    const isChunked = request.headers['transfer-encoding'] !== undefined;
    if (isChunked) headers.push('Transfer-Encoding', 'chunked');
    const asked = ask({ ...inner, agent, method, path: url, headers, setHost: false });
    asked.on('response', (answer) => passBack(answer, response));
    asked.on('error', () => fail(request, response));
    // What is left of a body that was refused already is read, so that the refusal arrives.
    asked.on('close', () => request.resume());
    // Who no longer waits is not worked for. An answer that waits behind another on its connection
    // says nothing when that ends.
    const leave = () => response.writableFinished || asked.destroy();
    socket.once('close', leave);
    response.on('close', () => {
      socket.off('close', leave);
      leave();
    });
    request.on('close', () => request.complete || asked.destroy());
    if (isChunked || Number(request.headers['content-length'] ?? 0) > 0) request.pipe(asked);
    else asked.end();
  };
}

function onward(rawHeaders: readonly string[]): string[] {
  return rawHeaders.filter(
    (_text, at) => !notPassedOn.has((rawHeaders[at - (at % 2)] as string).toLowerCase())
  );
}

function passBack(answer: IncomingMessage, response: ServerResponse): void {
  const { statusCode = 502, statusMessage, rawHeaders } = answer;
  response.writeHead(statusCode, statusMessage, onward(rawHeaders));
  // An answer that breaks off must not look whole: the connection ends with it.
  pipeline(answer, response, (error) => error && response.destroy());
}

/** The server inside went away before it answered: it stops, or it was never there. */
function fail(request: IncomingMessage, response: ServerResponse): void {
  if (response.headersSent || response.destroyed) return;
  const language = /^en\b/i.test(request.headers['accept-language'] ?? '') ? 'en' : 'th';
  const body = JSON.stringify(problemBody(problemOfStatus(503), language));
  response.writeHead(503, {
    'Content-Type': 'application/json; charset=utf-8',
    'Content-Length': Buffer.byteLength(body),
    'Cache-Control': 'no-store',
    'Content-Language': language,
    'Retry-After': String(retryAfter),
    Vary: 'Accept-Language',
    'Access-Control-Allow-Origin': '*',
  });
  response.end(request.method === 'HEAD' ? undefined : body);
}

/**
 * Has requests that were passed on seem to come from who sent them: a server's limits, logs and
 * privileges of the own machine go by the connection's other end. Only for a server that nobody
 * else can reach.
 */
export function knowSender(whole: RequestListener): RequestListener {
  return (request, response) => {
    const [address, port] = String(request.headers[senderHeader] ?? '').split(' ');
    delete request.headers[senderHeader];
    // One connection carries one request at a time, of one sender after another.
    Object.defineProperties(request.socket, {
      remoteAddress: { value: address || undefined, configurable: true },
      remotePort: { value: Number(port) || undefined, configurable: true },
    });
    whole(request, response);
  };
}
