/** What all copies of the kit on one page share; the loader or the package's own API may fill it first. */
interface KmRegistry {
  defaults: Record<string, string>;
  loads: Record<string, Promise<unknown>>;
  early: Record<string, Promise<Response>>;
}

const shared = globalThis as { [key: symbol]: KmRegistry | undefined };
/** A symbol clashes with nobody's names; kit/kit-api.ts knows the key too. */
export const registry = (shared[Symbol.for('km-laas')] ??= { defaults: {}, loads: {}, early: {} });
