import type { MemberGrade } from '@km-laas/contract';

/** Whoever is signed in on this page. */
export interface MemberSession extends EventTarget {
  readonly member:
    { id: string; displayName: string; grade: MemberGrade; isModerator: boolean } | undefined;
  signIn(): Promise<unknown>;
  token(): Promise<string | undefined>;
  forget(): void;
}

const registry = globalThis as { [key: symbol]: Map<string, MemberSession> | undefined };
const key = Symbol.for('km-laas.sessions');

/** The session of an API that all elements of a page share. */
export function sessionOf(api: string): MemberSession | undefined {
  return registry[key]?.get(api);
}
