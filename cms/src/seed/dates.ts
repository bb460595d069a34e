const DAY = 24 * 60 * 60 * 1000;

const isoDay = new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Bangkok' });
const longDay = new Intl.DateTimeFormat('th-TH', { dateStyle: 'long', timeZone: 'Asia/Bangkok' });

/** The first instant of a day in Bangkok, counted from the day of `now`. */
export function startOfDay(now: Date, days: number): string {
  const day = isoDay.format(new Date(now.getTime() + days * DAY));
  return new Date(`${day}T00:00:00+07:00`).toISOString();
}

/** The last minute of a day in Bangkok, counted from the day of `now`. */
export function endOfDay(now: Date, days: number): string {
  const day = isoDay.format(new Date(now.getTime() + days * DAY));
  return new Date(`${day}T23:59:00+07:00`).toISOString();
}

/** An ISO date as letters write it: `17 กรกฎาคม 2563`. */
export function thaiDate(date: string): string {
  return longDay.format(new Date(`${date}T00:00:00+07:00`));
}
