import { z } from 'zod';
import { isoInstant } from './common.js';

/** `GET /health`. 200 when the database answers, 503 when it does not. */
export const healthAnswer = z.object({
  data: z.object({
    status: z.enum(['ok', 'failing']),
    version: z.string(),
    process: z.object({ uptimeSeconds: z.int().nonnegative(), startedAt: isoInstant }),
    database: z.object({ status: z.enum(['ok', 'failing']), client: z.string() }),
    /** The search index of the instance that answers. */
    search: z.object({
      /** `missing` until there is one that answers, `building` while it is made anew. */
      status: z.enum(['ok', 'building', 'missing']),
      documents: z.int().nonnegative(),
      /** Seconds the oldest change that is not yet found has waited. */
      lagSeconds: z.int().nonnegative(),
    }),
    /** The newest import that readers see; null where there was none. */
    lastImport: z
      .object({ dataSet: z.enum(['authority', 'fiscal', 'subsidy']), at: isoInstant })
      .nullable(),
    /** Revision of each service: raised by everything that changes what readers see. */
    revisions: z.record(z.string(), z.int().nonnegative()),
  }),
  meta: z.object({ asOf: isoInstant }),
});
export type HealthAnswer = z.infer<typeof healthAnswer>;
