import { createHash } from 'node:crypto';

/** The S256 challenge of a verifier (RFC 7636, section 4.2). */
export function challengeOf(verifier: string): string {
  return createHash('sha256').update(verifier).digest('base64url');
}

/** What a challenge looks like: 32 bytes as 43 signs. */
export const challengePattern = /^[\w-]{43}$/;
