import type { IncomingMessage } from 'node:http';
import type { Context } from 'koa';
import type { z } from 'zod';
import { ProblemError, problemOfStatus } from './problem';

/** Bytes a body may have, where its operation says nothing else. */
export const bodyLimit = 10 * 1024;

/** What a body may be. */
export interface BodyRule {
  bytes?: number;
  /** Media types; JSON unless said. */
  types?: readonly string[];
}

/**
 * Reads the body of a request before anything of Strapi does, and remembers it for {@link jsonBody}
 * or {@link rawBody}.
 */
export async function readBody(ctx: Context, rule: BodyRule = {}): Promise<void> {
  const { bytes = bodyLimit, types = ['application/json'] } = rule;
  const type = ctx.is(...types);
  if (!type) throw wrongType(types);
  if ((ctx.request.length ?? 0) > bytes) throw problemOfStatus(413);
  ctx.state.kmBodyType = ctx.request.type;
  ctx.state.kmBody = await collect(ctx.req, bytes).catch((problem: unknown) => {
    // What is still under way would be taken for the next request of this connection.
    ctx.set('Connection', 'close');
    throw problem;
  });
  // Strapi's own parser would wait for a stream that has ended; without a type it does not look.
  delete ctx.req.headers['content-type'];
}

/** Listens instead of iterating: leaving a loop early would close the connection before the answer. */
function collect(stream: IncomingMessage, limit: number): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let size = 0;
    stream.on('data', (chunk: Buffer) => {
      size += chunk.length;
      if (size > limit) reject(problemOfStatus(413));
      else chunks.push(chunk);
    });
    stream.on('end', () => resolve(Buffer.concat(chunks)));
    stream.on('close', () => reject(problemOfStatus(400)));
    stream.on('error', () => reject(problemOfStatus(400)));
  });
}

function wrongType(types: readonly string[]): ProblemError {
  if (types.includes('application/json')) return problemOfStatus(415);
  const wanted = types.join(', ');
  return new ProblemError(415, {
    th: `ชนิดของข้อมูลที่ส่งมาไม่ถูกต้อง ต้องเป็น ${wanted}`,
    en: `The body must be of type ${wanted}.`,
  });
}

/** The body as it came, of an operation that takes bytes. */
export function rawBody(ctx: Context): { bytes: Buffer; type: string } {
  return { bytes: ctx.state.kmBody as Buffer, type: ctx.state.kmBodyType as string };
}

/**
 * The body as its schema reads it.
 *
 * @throws {ProblemError} 400 that says whether it is no JSON at all or which fields are wrong.
 */
export function jsonBody<Schema extends z.ZodObject>(
  ctx: Context,
  schema: Schema
): z.infer<Schema> {
  const outcome = schema.safeParse(parseJson(ctx.state.kmBody as Buffer | undefined));
  if (outcome.success) return outcome.data;
  const fields = outcome.error.issues.flatMap((issue) =>
    issue.code === 'unrecognized_keys' ? issue.keys : [issue.path.join('.')]
  );
  const named = [...new Set(fields.filter(Boolean))];
  throw new ProblemError(
    400,
    {
      th: `ข้อมูลที่ส่งมาไม่ถูกต้อง: ${named.join(', ') || 'ต้องเป็นออบเจกต์ JSON'}`,
      en: `Malformed body: ${named.join(', ') || 'a JSON object is expected'}.`,
    },
    { fields: named }
  );
}

function parseJson(bytes: Buffer | undefined): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    throw new ProblemError(400, {
      th: 'ข้อมูลที่ส่งมาไม่ใช่ JSON ที่ถูกต้อง',
      en: 'The body is not valid JSON.',
    });
  }
}
