import type { Attachment } from '@km-laas/contract';
import { readStored, writeStored } from './browser-store.js';

/** What somebody has written and not sent. */
export interface Draft {
  kind?: string;
  title?: string;
  topic?: string;
  appliesTo?: string;
  errorMessage?: string;
  body?: string;
  /** The reply it quotes. */
  quoteOf?: { id: string; number: number; name: string };
  /** Files that were handed in for it already. */
  attachments?: Attachment[];
}

/** Where a draft belongs: whose it is, and `ask`, a thread's id, or that of a post being changed. */
export interface DraftPlace {
  api: string;
  member: string;
  place: string;
}

const nameOf = ({ api, member, place }: DraftPlace) => `km draft ${api} ${member} ${place}`;

/** What this browser keeps of a draft. */
export function readDraft(place: DraftPlace): Draft {
  return readStored<Draft>(nameOf(place)) ?? {};
}

/** Keeps a draft; one without words is forgotten. */
export function writeDraft(place: DraftPlace, draft: Draft): void {
  const hasWords = draft.title?.trim() || draft.body?.trim() || draft.errorMessage?.trim();
  writeStored(nameOf(place), hasWords ? draft : undefined);
}

/** Forgets a draft. */
export function dropDraft(place: DraftPlace): void {
  writeStored(nameOf(place), undefined);
}
