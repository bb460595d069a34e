import { apiBase, operations, type Operation, type OperationName } from '@km-laas/contract';
import { canonicalQuery } from './query';

export interface Address {
  name: OperationName;
  operation: Operation;
  /** Matches the whole path, with a named group a parameter. */
  pattern: RegExp;
}

const addresses: Address[] = (Object.entries(operations) as [OperationName, Operation][])
  .map(([name, operation]) => ({ name, operation, pattern: patternOf(operation.path) }))
  // `/laws/lookup` is no document of `/laws/{id}`.
  .sort((a, b) => Number(a.operation.path.includes('{')) - Number(b.operation.path.includes('{')));

function patternOf(path: string): RegExp {
  const escaped = path.replaceAll('.', '\\.').replace(/\{(\w+)\}/g, '(?<$1>[^/]+)');
  return new RegExp(`^${apiBase}${escaped}$`);
}

/** Addresses without a parameter, by their path. */
const plain = new Map<string, Address[]>();
for (const address of addresses) {
  const { path } = address.operation;
  if (path.includes('{')) continue;
  plain.set(apiBase + path, [...(plain.get(apiBase + path) ?? []), address]);
}
const withParameters = addresses.filter(({ operation }) => operation.path.includes('{'));

/** Operations of the contract that stand at a path, whatever their method. */
export function operationsAt(path: string): Address[] {
  const exact = plain.get(path);
  if (exact) return exact;
  const matching = withParameters.filter(({ pattern }) => pattern.test(path));
  // The first is the most exact; others count only where they share its address.
  return matching.filter(({ operation }) => operation.path === matching[0]?.operation.path);
}

/** The operation that reads at a path; undefined where none does. */
export function readAt(path: string): Address | undefined {
  return operationsAt(path).find(({ operation }) => operation.method === 'get');
}

/**
 * One key for all requests of the public API that are to get the same bytes, null for those that
 * nobody should keep.
 *
 * @param origin - What answers that print absolute addresses print.
 */
export function apiKey(path: string, search: string, origin: () => string): string | null {
  if (!path.startsWith(apiBase)) return null;
  const found = readAt(path);
  if (!found || found.operation.isLive) return null;
  const query = canonicalQuery(found.operation, search);
  if (query === null) return null;
  const printsOrigin = typeof found.operation.answer === 'string' || found.name === 'openApi';
  return `${printsOrigin ? origin() : ''}${path}?${query}`;
}
