import { apiBase, operations, type Operation, type OperationName } from '@km-laas/contract';
import { expect } from 'vitest';
import type { z } from 'zod';
import type { TestApp } from './start-app';

type AnswerOf<Name extends OperationName> = (typeof operations)[Name]['answer'] extends z.ZodType
  ? z.infer<(typeof operations)[Name]['answer']>
  : never;

export interface Problem {
  status: number;
  message: string;
  details: { parameters?: string[] };
}

/** Asks the public API and holds every answer to the contract. */
export interface Reader {
  /** The answer of an operation, of which every property is one the contract names. */
  read<Name extends OperationName>(
    operation: Name,
    query?: Record<string, string | number>,
    id?: string
  ): Promise<AnswerOf<Name>>;
  /** The problem at an address below the API's base. */
  problem(address: string, init?: RequestInit): Promise<Problem>;
}

export function readerOf(app: TestApp): Reader {
  return {
    async read(name, query = {}, id = '') {
      const { path, answer, status }: Operation = operations[name];
      const search = new URLSearchParams(
        Object.entries(query).map(([key, value]): [string, string] => [key, String(value)])
      );
      const response = await app.get(`${apiBase}${path.replace(/\{(?:id|code)\}/, id)}?${search}`);
      const body: unknown = await response.json();
      expect(response.status, JSON.stringify(body)).toBe(status);
      // A parsed copy loses what the contract does not name, so a leak shows as a difference.
      expect((answer as z.ZodType).parse(body)).toEqual(body);
      return body as never;
    },
    async problem(address, init) {
      const response = await app.get(`${apiBase}${address}`, init);
      const { data, error } = (await response.json()) as { data: unknown; error: Problem };
      expect(data).toBeNull();
      expect(error.status).toBe(response.status);
      expect(response.status).toBeGreaterThanOrEqual(400);
      return error;
    },
  };
}
