import type { Operation } from '@km-laas/contract';
import type { z } from 'zod';
import { ProblemError } from './problem';

/** The names of an operation's query parameters, each with what it is when it is left out. */
const defaults = new Map<Operation, Map<string, string | undefined>>();

function parametersOf(operation: Operation): Map<string, string | undefined> {
  const known = defaults.get(operation);
  if (known) return known;
  const shape = Object.entries((operation.query?.shape ?? {}) as Record<string, z.ZodType>);
  const parameters = new Map(
    shape.map(([name, schema]) => {
      const value = schema.safeParse(undefined).data;
      return [name, value === undefined ? undefined : String(value)];
    })
  );
  defaults.set(operation, parameters);
  return parameters;
}

/**
 * One spelling for every query that means the same: sorted and without defaults. Null where a name
 * is unknown or stands twice, which is an answer nobody should keep.
 */
export function canonicalQuery(operation: Operation, search: string): string | null {
  if (search === '') return '';
  const parameters = parametersOf(operation);
  const given = new Map<string, string>();
  for (const [name, value] of new URLSearchParams(search)) {
    if (!parameters.has(name) || given.has(name)) return null;
    given.set(name, value);
  }
  const kept = [...given].filter(([name, value]) => value !== parameters.get(name));
  return new URLSearchParams(kept.sort(([a], [b]) => (a < b ? -1 : 1))).toString();
}

/**
 * The query as the operation's schema reads it.
 *
 * @throws {ProblemError} 400 that names every parameter that is unknown, repeated or malformed.
 */
export function parseQuery(operation: Operation, search: string): Record<string, unknown> {
  const parameters = parametersOf(operation);
  const given: Record<string, string> = {};
  const unknown = new Set<string>();
  const malformed = new Set<string>();
  for (const [name, value] of new URLSearchParams(search)) {
    if (!parameters.has(name)) unknown.add(name);
    else if (Object.hasOwn(given, name)) malformed.add(name);
    given[name] = value;
  }
  const outcome = operation.query?.safeParse(given);
  if (outcome && !outcome.success) {
    for (const issue of outcome.error.issues) {
      const name = issue.path[0];
      if (typeof name === 'string') malformed.add(name);
    }
  }
  // A schema that makes numbers of text takes 1e3 and 0x10 too, which nobody means.
  for (const [name, value] of Object.entries(outcome?.data ?? {})) {
    if (typeof value === 'number' && name in given && given[name] !== String(value)) {
      malformed.add(name);
    }
  }
  if (unknown.size > 0 || malformed.size > 0) {
    throw queryProblem([...unknown], [...malformed], [...parameters.keys()]);
  }
  return (outcome?.data ?? {}) as Record<string, unknown>;
}

function queryProblem(unknown: string[], malformed: string[], known: string[]): ProblemError {
  const th: string[] = [];
  const en: string[] = [];
  if (unknown.length > 0) {
    th.push(`ไม่รู้จักพารามิเตอร์ ${unknown.join(', ')}`);
    en.push(`Unknown parameter: ${unknown.join(', ')}.`);
  }
  if (malformed.length > 0) {
    th.push(`ค่าของพารามิเตอร์ไม่ถูกต้อง: ${malformed.join(', ')}`);
    en.push(`Malformed value of parameter: ${malformed.join(', ')}.`);
  }
  return new ProblemError(
    400,
    { th: th.join(' และ'), en: en.join(' ') },
    { parameters: [...unknown, ...malformed], known }
  );
}
