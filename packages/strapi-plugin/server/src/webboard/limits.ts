import type { Core } from '@strapi/types';
import type { Member } from '../member';
import { sharedLimit, type Limit } from '../platform/shared-limit';

/** Of one address; a whole office may stand behind it, and a town hall of many offices. */
export const officeLimit: Limit = { name: 'board-post', points: 3000, duration: 600 };
export const dealingLimit: Limit = { name: 'board-deal', points: 6000, duration: 600 };
export const openLimit: Limit = { name: 'board-draft', points: 2000, duration: 600 };

/** Of one member, counted by all instances together: more than anyone types, less than a program. */
const ofMember = {
  thread: { name: 'board-thread', points: 10, duration: 3600 },
  reply: { name: 'board-reply', points: 30, duration: 600 },
  edit: { name: 'board-edit', points: 60, duration: 3600 },
} satisfies Record<string, Limit>;

/** Officers answer many an hour. */
const officersFactor = 10;

/** @throws {ProblemError} 429 that says when to come back. */
export async function countPost(
  strapi: Core.Strapi,
  { id, grade, isModerator }: Member,
  kind: keyof typeof ofMember
): Promise<void> {
  const { name, points, duration } = ofMember[kind];
  const factor = grade === 'peer' && !isModerator ? 1 : officersFactor;
  await sharedLimit(strapi, { name, points: points * factor, duration }, id);
}
