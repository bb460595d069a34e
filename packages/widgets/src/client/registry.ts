/** What all copies of the kit on one page share; the loader or the package's own API may fill it first. */
export interface KmRegistry {
  /** Attributes for tags that do not have them. */
  defaults: Record<string, string>;
  /** Code that is on its way, by tag. */
  loads: Record<string, Promise<unknown>>;
  /** Answers that were asked for before an element did, by address. */
  early: Record<string, Promise<Response>>;
  /** Does work that takes a phone's time; set by the loader, which gives each piece a task of its own. */
  inTurn?: (work: () => unknown) => void;
}

const shared = globalThis as { [key: symbol]: KmRegistry | undefined };
/** A symbol clashes with nobody's names; kit/kit-api.ts knows the key too. */
export const registry = (shared[Symbol.for('km-laas')] ??= { defaults: {}, loads: {}, early: {} });

/** Does work at once, or where the loader found the tag, so that the page answers its reader in between. */
export const { inTurn = (work) => work() } = registry;
