import { z } from 'zod';

/** Why a page helped or did not. */
export const feedbackReason = z.enum([
  'clear',
  'solved',
  'unclear',
  'outdated',
  'incomplete',
  'wrong',
  'other',
]);
export type FeedbackReason = z.infer<typeof feedbackReason>;

/** `POST /faqs/:id/feedback` and `POST /manuals/:id/feedback`. */
export const feedbackBody = z.strictObject({
  helpful: z.boolean(),
  reason: feedbackReason.optional(),
  comment: z.string().trim().max(500).optional(),
});
export type FeedbackBody = z.infer<typeof feedbackBody>;

export const feedbackAnswer = z.object({
  data: z.object({ helpful: z.int().nonnegative(), notHelpful: z.int().nonnegative() }),
  meta: z.object({}),
});
