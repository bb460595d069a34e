import type { StatusNotice, SystemStatus } from '@km-laas/contract';

/** Milliseconds before it begins that readers are told of a notice. */
const ahead = 14 * 24 * 3_600_000;

const severity = { closed: 2, slow: 1 } as const;

/**
 * What readers are told at an instant, and until when that is true; null where nothing will change
 * by itself.
 *
 * @param notices - All that are not over, in the order they begin.
 */
export function statusAt(
  notices: readonly StatusNotice[],
  now: Date
): { data: SystemStatus; validUntil: Date | null } {
  const time = now.getTime();
  const lasting = notices.filter(({ endsAt }) => endsAt === null || Date.parse(endsAt) > time);
  const holding = lasting
    .filter(({ startsAt }) => Date.parse(startsAt) <= time)
    .sort((a, b) => severity[b.state] - severity[a.state]);
  const coming = lasting.filter(({ startsAt }) => {
    const start = Date.parse(startsAt);
    return start > time && start - ahead <= time;
  });
  const changes = lasting
    .flatMap(({ startsAt, endsAt }) => [
      Date.parse(startsAt) - ahead,
      Date.parse(startsAt),
      ...(endsAt === null ? [] : [Date.parse(endsAt)]),
    ])
    .filter((instant) => instant > time);
  return {
    data: { state: holding[0]?.state ?? 'normal', notices: [...holding, ...coming] },
    validUntil: changes.length === 0 ? null : new Date(Math.min(...changes)),
  };
}
