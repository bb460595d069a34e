import type { AnswerGrade, MemberGrade, ThreadState } from '@km-laas/contract';

/** Minutes in which a change of one's own post leaves no mark. */
const freeMinutes = 15;

/** Until when the writer of a post may change it without a mark. */
export function freeEditUntil(createdAt: string): Date {
  return new Date(Date.parse(createdAt) + freeMinutes * 60_000);
}

/** Whether a change at an instant leaves no mark for readers; the earlier words are kept anyway. */
export function isFreeEdit(createdAt: string, at: Date): boolean {
  return at < freeEditUntil(createdAt);
}

const grades: Record<MemberGrade, AnswerGrade> = {
  officer: 'official',
  province: 'confirmed',
  peer: 'peer',
};

/** What an answer is worth by whose office it comes from: สถ., สถจ. or อปท. */
export function gradeOfAnswer(grade: MemberGrade): AnswerGrade {
  return grades[grade];
}

/** Whoever acts, as far as what they may do depends on it. */
export interface Actor {
  id: string;
  grade: MemberGrade;
  isModerator: boolean;
}

interface OpenThread {
  authorId: string;
  kind: 'question' | 'discussion';
  boardState: ThreadState;
  locked: boolean;
}

/** Whether somebody may say which answer is the right one: whoever asked, an officer, a moderator. */
export function mayAccept(actor: Actor, { authorId, kind }: OpenThread): boolean {
  return (
    kind === 'question' && (actor.id === authorId || actor.grade === 'officer' || actor.isModerator)
  );
}

/** Whether somebody may reply; moderators may say something in a thread they have locked. */
export function mayReply(
  { isModerator }: Pick<Actor, 'isModerator'>,
  { boardState, locked }: Pick<OpenThread, 'boardState' | 'locked'>
): boolean {
  return isModerator || (!locked && boardState !== 'closed');
}

/** Whether somebody may change a post's words: its own writer, where others may still reply. */
export function mayEdit(
  actor: Actor,
  post: { authorId: string; state: string },
  thread: Pick<OpenThread, 'boardState' | 'locked'>
): boolean {
  const isThere = post.state === 'shown' || post.state === 'held';
  return isThere && actor.id === post.authorId && mayReply(actor, thread);
}
