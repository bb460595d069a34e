import type { FeedbackBody } from '@km-laas/contract';
import { operationUrl } from './read.js';
import { postJson } from './request.js';

/** Says whether an answer or a manual helped; needs no account. */
export async function sendFeedback(
  api: string,
  service: 'faqs' | 'manuals',
  id: string,
  body: FeedbackBody
): Promise<void> {
  await postJson(operationUrl(api, `/${service}/${id}/feedback`), body);
}
