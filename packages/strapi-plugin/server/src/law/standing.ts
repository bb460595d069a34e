import type { LawStatus } from '@km-laas/contract';

/** What later laws do to a law, as the statuses of those laws. */
export interface LaterLaws {
  repealedBy: readonly LawStatus[];
  amendedBy: readonly LawStatus[];
}

/**
 * The status of a law as readers are told it: what its editor said, unless a published law that
 * came into force says more.
 *
 * A law that repeals takes effect once, so it counts even when it was itself repealed later; one
 * that is not yet in force changes nothing yet. What is repealed is never brought back by this.
 */
export function standingOf(own: LawStatus, { repealedBy, amendedBy }: LaterLaws): LawStatus {
  if (own === 'repealed' || repealedBy.some(hasComeIntoForce)) return 'repealed';
  if (own === 'inForce' && amendedBy.some(hasComeIntoForce)) return 'amended';
  return own;
}

function hasComeIntoForce(status: LawStatus): boolean {
  return status !== 'notYetInForce';
}
