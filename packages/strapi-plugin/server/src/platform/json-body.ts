import type { IncomingMessage } from 'node:http';
import type { Context } from 'koa';
import type { z } from 'zod';
import { ProblemError, problemOfStatus } from './problem';

/** Bytes a body may have. */
export const bodyLimit = 10 * 1024;

/** Reads the body of a request before anything of Strapi does, and remembers it for {@link jsonBody}. */
export async function readBody(ctx: Context): Promise<void> {
  if (!ctx.is('application/json')) throw problemOfStatus(415);
  if ((ctx.request.length ?? 0) > bodyLimit) throw problemOfStatus(413);
  ctx.state.kmBody = await collect(ctx.req).catch((problem: unknown) => {
    // What is still under way would be taken for the next request of this connection.
    ctx.set('Connection', 'close');
    throw problem;
  });
  // Strapi's own parser would wait for a stream that has ended; without a type it does not look.
  delete ctx.req.headers['content-type'];
}

/** Listens instead of iterating: leaving a loop early would close the connection before the answer. */
function collect(stream: IncomingMessage): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let size = 0;
    stream.on('data', (chunk: Buffer) => {
      size += chunk.length;
      if (size > bodyLimit) reject(problemOfStatus(413));
      else chunks.push(chunk);
    });
    stream.on('end', () => resolve(Buffer.concat(chunks)));
    stream.on('close', () => reject(problemOfStatus(400)));
    stream.on('error', () => reject(problemOfStatus(400)));
  });
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
