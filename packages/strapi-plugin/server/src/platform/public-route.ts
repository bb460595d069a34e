import {
  authorityCode,
  documentId,
  operations,
  type Operation,
  type OperationName,
} from '@km-laas/contract';
import type { Core } from '@strapi/types';
import type { Context } from 'koa';
import type { z } from 'zod';
import { giveAnswer, shortLived } from './answer';
import {
  isDatabaseFailure,
  languageOf,
  ProblemError,
  problemOfStatus,
  sendProblem,
  type Language,
} from './problem';
import { parseQuery } from './query';
import { jsonBody, rawBody } from './json-body';
import { jsonBytes } from './json-bytes';
import { requesterOf, type Requester } from './requester';
import { limitAddress, type Limit } from './shared-limit';
import type { ServiceName } from './service-room';
import { originOf } from './origin';
import { readAnywhere } from './replica';
import { csvOf, xlsxOf, type Table } from './table';

type QueryOf<Name extends OperationName> = z.infer<(typeof operations)[Name]['query']>;
type BodyOf<Name extends OperationName> = (typeof operations)[Name] extends {
  body: infer Body extends z.ZodType;
}
  ? z.infer<Body>
  : never;

/** What a service is asked. */
export interface ReadContext<Query> {
  strapi: Core.Strapi;
  query: Query;
  params: Record<string, string>;
  language: Language;
}

/** What a service found. */
export interface ReadResult {
  data: unknown;
  /** Given for a list: all that match, on every page. */
  total?: number;
  meta?: Record<string, unknown>;
  /** The instant the answer becomes untrue by itself. */
  validUntil?: Date | null;
}

/** One operation of the contract and the code that answers it. */
export interface PublicRoute {
  readonly operation: OperationName;
  readonly services: readonly ServiceName[];
  /** Answers a request whose path and method fit; failures become problems. */
  answer(strapi: Core.Strapi, ctx: Context): Promise<void>;
}

/** A route that answers JSON; a null result is a 404. */
export function readRoute<Name extends OperationName>(
  operation: Name,
  options: {
    services: ServiceName[];
    read(context: ReadContext<QueryOf<Name>>): Promise<ReadResult | null>;
  }
): PublicRoute {
  return publicRoute(operation, options.services, async (strapi, ctx, context) => {
    const query = context.query as QueryOf<Name>;
    const result = await readAnywhere(strapi, options.services, (database) =>
      options.read({ ...context, strapi: database, query })
    );
    if (!result) throw problemOfStatus(404);
    giveAnswer(ctx, {
      bytes: jsonBytes(envelope(result, context.query)),
      type: 'application/json; charset=utf-8',
      cacheControl: shortLived,
      services: options.services,
      validUntil: result.validUntil ?? null,
    });
  });
}

/** A route that says how it is now: as {@link readRoute}, but nobody keeps the answer. */
export function liveRoute<Name extends OperationName>(
  operation: Name,
  options: { read(context: ReadContext<QueryOf<Name>>): Promise<ReadResult> }
): PublicRoute {
  return publicRoute(operation, [], async (_strapi, ctx, context) => {
    const query = context.query as QueryOf<Name>;
    ctx.body = envelope(await options.read({ ...context, query }), context.query);
    ctx.set('Cache-Control', 'no-store');
  });
}

/** Text of a feed; `validUntil` as in {@link ReadResult}. */
export interface FeedResult {
  text: string;
  validUntil?: Date | null;
}

/** A route that answers text of the contract's media type, e.g. an Atom feed. */
export function feedRoute<Name extends OperationName>(
  operation: Name,
  options: {
    services: ServiceName[];
    read(context: ReadContext<QueryOf<Name>> & { origin: string }): Promise<string | FeedResult>;
  }
): PublicRoute {
  return publicRoute(operation, options.services, async (strapi, ctx, context) => {
    const query = context.query as QueryOf<Name>;
    const origin = originOf(strapi, ctx);
    const found = await readAnywhere(strapi, options.services, (database) =>
      options.read({ ...context, strapi: database, query, origin })
    );
    const { text, validUntil = null } = typeof found === 'string' ? { text: found } : found;
    giveAnswer(ctx, {
      validUntil,
      bytes: Buffer.from(text),
      type: `${mediaTypeOf(operations[operation])}; charset=utf-8`,
      cacheControl: shortLived,
      services: options.services,
    });
  });
}

/** A file's bytes and how they leave. */
export interface BytesResult {
  bytes: Buffer;
  type: string;
  headers?: Record<string, string>;
}

/** A route that answers a file; null is a 404. */
export function bytesRoute<Name extends OperationName>(
  operation: Name,
  options: {
    services: ServiceName[];
    read(context: ReadContext<QueryOf<Name>>): Promise<BytesResult | null>;
  }
): PublicRoute {
  return publicRoute(operation, options.services, async (_strapi, ctx, context) => {
    const found = await options.read({ ...context, query: context.query as QueryOf<Name> });
    if (!found) throw problemOfStatus(404);
    giveAnswer(ctx, { ...found, cacheControl: shortLived, services: options.services });
  });
}

/** Operations that answer a table, by the name they share: `fiscalMap` for `fiscalMapCsv` and `fiscalMapXlsx`. */
type TableName = OperationName extends infer Name
  ? Name extends `${infer Base}Csv`
    ? Base
    : never
  : never;

/** Both routes of a table: CSV and Excel. A null table is a 404. */
export function tableRoutes<Name extends TableName>(
  name: Name,
  options: {
    services: ServiceName[];
    read(context: ReadContext<QueryOf<`${Name}Csv`>>): Promise<Table | null>;
  }
): PublicRoute[] {
  const writers = { [`${name}Csv`]: csvOf, [`${name}Xlsx`]: xlsxOf };
  return (Object.keys(writers) as OperationName[]).map((operation) =>
    publicRoute(operation, options.services, async (strapi, ctx, context) => {
      const query = context.query as QueryOf<`${Name}Csv`>;
      const table = await readAnywhere(strapi, options.services, (database) =>
        options.read({ ...context, strapi: database, query })
      );
      if (!table) throw problemOfStatus(404);
      const [, ending] = /\.(\w+)$/.exec(operations[operation].path) ?? [];
      const type = mediaTypeOf(operations[operation]);
      giveAnswer(ctx, {
        bytes: await (writers[operation] as typeof csvOf)(table),
        type: type.startsWith('text/') ? `${type}; charset=utf-8` : type,
        cacheControl: shortLived,
        headers: { 'Content-Disposition': `attachment; filename="${table.name}.${ending}"` },
        services: options.services,
      });
    })
  );
}

/** A route that takes JSON from anyone, within a limit. Its answer is never kept. */
export function writeRoute<Name extends OperationName>(
  operation: Name,
  options: {
    limit: Limit;
    write(
      context: ReadContext<QueryOf<Name>> & { body: BodyOf<Name> }
    ): Promise<{ data: unknown; meta?: Record<string, unknown> }>;
  }
): PublicRoute {
  const { body: schema, status } = operations[operation] as Operation;
  return publicRoute(operation, [], async (strapi, ctx, context) => {
    await limitAddress(strapi, ctx, options.limit);
    const body = jsonBody(ctx, schema as z.ZodObject) as BodyOf<Name>;
    const query = context.query as QueryOf<Name>;
    const { data, meta = {} } = await options.write({ ...context, query, body });
    ctx.status = status;
    ctx.set('Cache-Control', 'no-store');
    ctx.body = { data, meta };
  });
}

/** What a room that knows who asks is asked. */
export interface PersonalContext<Query, Body, Who> extends ReadContext<Query> {
  /** Undefined where the operation takes none; bytes and their type where it takes them as they are. */
  body: Body;
  who: Who;
  requester: Requester;
}

type PersonalBody<Name extends OperationName> = (typeof operations)[Name] extends {
  bodyTypes: readonly string[];
}
  ? { bytes: Buffer; type: string }
  : (typeof operations)[Name] extends { body: z.ZodType }
    ? BodyOf<Name>
    : undefined;

/**
 * A route whose answer depends on who asks; nobody keeps it. `identify` comes from the room that
 * knows members, and refuses whoever may not.
 */
export function personalRoute<Name extends OperationName, Who>(
  operation: Name,
  options: {
    identify(strapi: Core.Strapi, ctx: Context): Promise<Who>;
    /** Of the address, counted before anything else. */
    limit?: Limit;
    answer(
      context: PersonalContext<QueryOf<Name>, PersonalBody<Name>, Who>
    ): Promise<Pick<ReadResult, 'data' | 'total' | 'meta'>>;
  }
): PublicRoute {
  const { body: schema, bodyTypes, status } = operations[operation] as Operation;
  return publicRoute(operation, [], async (strapi, ctx, context) => {
    if (options.limit) await limitAddress(strapi, ctx, options.limit);
    const who = await options.identify(strapi, ctx);
    const body = bodyTypes ? rawBody(ctx) : schema && jsonBody(ctx, schema);
    const result = await options.answer({
      ...context,
      query: context.query as QueryOf<Name>,
      body: body as PersonalBody<Name>,
      who,
      requester: requesterOf(ctx),
    });
    ctx.status = status;
    ctx.set('Cache-Control', 'no-store');
    ctx.body = envelope(result, context.query);
  });
}

function publicRoute(
  name: OperationName,
  services: readonly ServiceName[],
  answer: (
    strapi: Core.Strapi,
    ctx: Context,
    context: ReadContext<Record<string, unknown>>
  ) => Promise<void>
): PublicRoute {
  const operation: Operation = operations[name];
  return {
    operation: name,
    services,
    async answer(strapi, ctx) {
      try {
        const params = (ctx.params ?? {}) as Record<string, string>;
        const query = parseQuery(operation, ctx.querystring);
        // What cannot be a documentId or a code is not one: no need to ask the database.
        for (const [param, shape] of Object.entries({ id: documentId, code: authorityCode })) {
          if (param in params && !shape.safeParse(params[param]).success)
            throw problemOfStatus(404);
        }
        await answer(strapi, ctx, { strapi, query, params, language: languageOf(ctx) });
      } catch (error) {
        sendProblem(ctx, problemOf(strapi, error));
      }
    },
  };
}

/** Hides what went wrong inside from readers, and shows it to whoever runs the server. */
function problemOf(strapi: Core.Strapi, error: unknown): ProblemError {
  if (error instanceof ProblemError) return error;
  strapi.log.error(error);
  return problemOfStatus(isDatabaseFailure(error) ? 503 : 500);
}

function envelope(result: ReadResult, query: Record<string, unknown>) {
  const asOf = new Date().toISOString();
  const { data, total, meta } = result;
  if (total === undefined) return { data, meta: { asOf, ...meta } };
  const page = query.page ?? 1;
  const pageSize = query.pageSize ?? total;
  return { data, meta: { page, pageSize, total, asOf, ...meta } };
}

function mediaTypeOf({ answer }: Operation): string {
  return typeof answer === 'string' ? answer : 'application/json';
}
