import { z } from 'zod';
import { documentId, isoInstant, oneOf, sample } from './common.js';

/** How e-LAAS itself is (สถานะระบบ): at work as usual, slower than usual, or closed. */
export const systemState = z.enum(['normal', 'slow', 'closed']);
export type SystemState = z.infer<typeof systemState>;

/** Why e-LAAS is, or will be, other than usual (ประกาศสถานะระบบ). */
export const statusNotice = z
  .object({
    id: documentId,
    state: systemState.exclude(['normal']),
    headline: z.string(),
    /** What to do meanwhile, step by step, as plain text. */
    advice: z.array(z.string()),
    startsAt: isoInstant,
    /** When it is expected to be over; null while nobody can say. */
    endsAt: isoInstant.nullable(),
    updatedAt: isoInstant,
    sample,
  })
  .meta({ id: 'StatusNotice' });
export type StatusNotice = z.infer<typeof statusNotice>;

/** The state of e-LAAS at the instant of the answer, and what is announced. */
export const systemStatus = z
  .object({
    /** The worst that holds now. */
    state: systemState,
    /** What holds now, the worst first, then what begins within the next 14 days, the next first. */
    notices: z.array(statusNotice),
  })
  .meta({ id: 'SystemStatus' });
export type SystemStatus = z.infer<typeof systemStatus>;

/** `GET /status`. */
export const statusAnswer = oneOf(systemStatus);
