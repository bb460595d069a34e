import type { StatusNotice, SystemStatus } from '@km-laas/contract';

/** What an answer says at a later instant than that it was given at. */
export interface CurrentStatus {
  state: SystemStatus['state'];
  holding: StatusNotice[];
  coming: StatusNotice[];
}

/**
 * Reads an answer by the clock: a page stays open for days, and a kept answer must not say that
 * e-LAAS is closed when its last word was that it would open again yesterday.
 */
export function currentStatus({ notices }: SystemStatus, now = Date.now()): CurrentStatus {
  const known = notices.filter(
    ({ state, endsAt }) => /^(slow|closed)$/.test(state) && (!endsAt || Date.parse(endsAt) > now)
  );
  const hasBegun = ({ startsAt }: StatusNotice) => Date.parse(startsAt) <= now;
  const holding = known.filter(hasBegun);
  const isClosed = holding.some(({ state }) => state === 'closed');
  return {
    state: isClosed ? 'closed' : holding.length ? 'slow' : 'normal',
    // The worst first, also where one has begun since the answer came.
    holding: holding.sort((a, b) => Number(b.state === 'closed') - Number(a.state === 'closed')),
    coming: known.filter((notice) => !hasBegun(notice)),
  };
}
