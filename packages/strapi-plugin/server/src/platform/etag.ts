import { createHash } from 'node:crypto';

/** A strong tag of these bytes, with its quotes. */
export function etagOf(bytes: Buffer): string {
  return `"${createHash('sha256').update(bytes).digest('base64url').slice(0, 22)}"`;
}

/** The tag of the same bytes in another encoding; strong tags must tell them apart. */
export function encodedEtag(tag: string, encoding: string): string {
  return encoding === 'identity' ? tag : `${tag.slice(0, -1)}-${encoding}"`;
}

/** Whether an `If-None-Match` header names one of the tags (RFC 9110 §13.1.2, weak comparison). */
export function matchesEtag(header: string, tags: readonly string[]): boolean {
  // As nearly every reader writes it.
  if (tags.includes(header)) return true;
  if (header.trim() === '*') return true;
  const named = header.match(/(?:W\/)?"[^"]*"/g) ?? [];
  return named.some((tag) => tags.includes(tag.replace(/^W\//, '')));
}
