import {
  IncomingMessage,
  ServerResponse,
  type IncomingHttpHeaders,
  type RequestListener,
} from 'node:http';
import { Socket } from 'node:net';

/** A request without a body, as another thread took it. */
export interface Asked {
  method: string;
  url: string;
  headers: IncomingHttpHeaders;
  address: string | undefined;
  port: number | undefined;
}

/** A whole answer, for another thread to send. */
export interface Answered {
  status: number;
  /** Names and values in turn. */
  headers: string[];
  body: Uint8Array | null;
}

const nowhere = new Socket();

/** A response that leaves by no connection: what is written is told to who asked, at its end. */
class ResponseToTell extends ServerResponse {
  readonly #told: (answered: Answered) => void;
  readonly #parts: Buffer[] = [];

  constructor(request: IncomingMessage, told: (answered: Answered) => void) {
    super(request);
    this.#told = told;
  }

  override write(chunk: unknown, encoding?: unknown): boolean {
    const name = typeof encoding === 'string' ? (encoding as BufferEncoding) : 'utf8';
    this.#parts.push(typeof chunk === 'string' ? Buffer.from(chunk, name) : (chunk as Buffer));
    return true;
  }

  override end(chunk?: unknown, encoding?: unknown): this {
    if (this.finished) return this;
    if (chunk !== undefined && chunk !== null && typeof chunk !== 'function') {
      this.write(chunk, encoding);
    }
    this.finished = true;
    // A copy of its own, which the other thread takes over.
    const [only] = this.#parts;
    const body = this.#parts.length > 1 ? Buffer.concat(this.#parts) : only;
    // As long as it is: one that failed midway says the length of something else.
    if (body) this.setHeader('Content-Length', body.length);
    const headers = Object.entries(this.getHeaders()).flatMap(([name, value]) =>
      [value].flat().flatMap((one) => (one === undefined ? [] : [name, String(one)]))
    );
    this.#told({ status: this.statusCode, headers, body: body ? new Uint8Array(body) : null });
    this.emit('finish');
    this.emit('close');
    return this;
  }
}

/**
 * Has a server's listener answer a request that came by another way than one of its connections.
 *
 * @param told - Gets the answer before anything else that waits for its end.
 */
export function answerHere(
  whole: RequestListener,
  asked: Asked,
  told: (answered: Answered) => void
): void {
  const { method, url, headers, address, port } = asked;
  const socket = Object.create(nowhere, {
    remoteAddress: { value: address },
    remotePort: { value: port },
  }) as Socket;
  const request = Object.assign(new IncomingMessage(socket), { method, url, headers });
  request.httpVersion = '1.1';
  request.complete = true;
  request.push(null);
  whole(request, new ResponseToTell(request, told));
}
