import { z } from 'zod';
import { apiBase, operations, problem, type Operation } from './operations.js';

type Json = Record<string, unknown>;

/**
 * The OpenAPI 3.1 document of the public API.
 *
 * @param server - Origin that serves it, without a trailing slash; empty for a relative address.
 * @param version - Version of the software.
 */
export function openApiDocument(server: string, version: string): Json {
  const components: Json = {};
  const paths: Record<string, Json> = {};
  for (const [operationId, operation] of Object.entries(operations) as [string, Operation][]) {
    paths[operation.path] = {
      ...paths[operation.path],
      [operation.method]: describeOperation(operationId, operation, components),
    };
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'KM e-LAAS',
      version,
      summary:
        'Manuals, laws, questions, news, system updates, forms, public finance and the webboard of local authorities',
      license: { name: 'MIT', identifier: 'MIT' },
    },
    servers: [{ url: `${server}${apiBase}` }],
    paths,
    components: {
      schemas: components,
      securitySchemes: {
        memberToken: {
          type: 'http',
          scheme: 'bearer',
          description: 'From `POST /members/token`; works at the origin it was made for.',
        },
      },
    },
  };
}

function describeOperation(operationId: string, operation: Operation, components: Json): Json {
  const describe = (schema: z.ZodType, io: 'input' | 'output') =>
    jsonSchema(schema, io, components);
  return {
    operationId,
    summary: operation.summary,
    ...(operation.needsMember && { security: [{ memberToken: [] }] }),
    parameters: [...pathParameters(operation), ...queryParameters(operation, components)],
    ...(operation.bodyTypes && {
      requestBody: {
        required: true,
        content: Object.fromEntries(operation.bodyTypes.map((type) => [type, {}])),
      },
    }),
    ...(operation.body && {
      requestBody: {
        required: true,
        content: { 'application/json': { schema: describe(operation.body, 'input') } },
      },
    }),
    responses: {
      [operation.status]: {
        description: 'Success',
        content:
          typeof operation.answer === 'string'
            ? { [operation.answer]: { schema: { type: 'string' } } }
            : { 'application/json': { schema: describe(operation.answer, 'output') } },
      },
      ...Object.fromEntries(
        operation.failures.map((status) => [
          status,
          {
            description: 'Failure',
            content: { 'application/json': { schema: describe(problem, 'output') } },
          },
        ])
      ),
    },
  };
}

function pathParameters({ path }: Operation): Json[] {
  return [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => ({
    name,
    in: 'path',
    required: true,
    schema: { type: 'string' },
  }));
}

function queryParameters({ query }: Operation, components: Json): Json[] {
  return Object.entries(query?.shape ?? {}).map(([name, schema]) => ({
    name,
    in: 'query',
    required: !(schema as z.ZodType).safeParse(undefined).success,
    schema: jsonSchema(schema as z.ZodType, 'input', components),
  }));
}

/** A schema as OpenAPI wants it; what has a name of its own goes to the components. */
function jsonSchema(schema: z.ZodType, io: 'input' | 'output', components: Json): Json {
  const {
    $defs,
    $schema: _dialect,
    id: _id,
    ...json
  } = z.toJSONSchema(schema, {
    io,
    // Coerced query numbers and the like have no input type of their own.
    unrepresentable: 'any',
    target: 'draft-2020-12',
  }) as Json;
  const rebase = (value: unknown): unknown =>
    JSON.parse(JSON.stringify(value).replaceAll('"#/$defs/', '"#/components/schemas/'));
  for (const [name, definition] of Object.entries(($defs ?? {}) as Json)) {
    components[name] = rebase(definition);
  }
  return rebase(json) as Json;
}
