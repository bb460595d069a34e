import { z } from 'zod';
import { isoInstant } from './common.js';

/** `GET /health`. 200 when the database answers, 503 when it does not. */
export const healthAnswer = z.object({
  data: z.object({
    status: z.enum(['ok', 'failing']),
    version: z.string(),
    process: z.object({ uptimeSeconds: z.int().nonnegative(), startedAt: isoInstant }),
    database: z.object({ status: z.enum(['ok', 'failing']), client: z.string() }),
    /** Revision of each service: raised by everything that changes what readers see. */
    revisions: z.record(z.string(), z.int().nonnegative()),
  }),
  meta: z.object({ asOf: isoInstant }),
});
export type HealthAnswer = z.infer<typeof healthAnswer>;
