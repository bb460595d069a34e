import { ServiceError } from './service-error.js';

const base = '/api/km/v1';

/** Parameters of an operation; what is empty is left out. */
export type Query = Record<string, string | number | null | undefined>;

/** The address of an operation of the API. */
export function operationUrl(api: string, path: string, query: Query = {}): string {
  if (!api) throw new ServiceError('misused', path);
  const parameters = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    if (value) parameters.set(name, String(value));
  }
  const search = parameters.toString();
  return `${api}${base}${path}${search && `?${search}`}`;
}
