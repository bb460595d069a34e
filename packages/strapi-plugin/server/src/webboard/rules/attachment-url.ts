import { apiBase } from '@km-laas/contract';

/** Path of an attachment on the server. */
export function attachmentUrl(id: string): string {
  return `${apiBase}/attachments/${id}`;
}
