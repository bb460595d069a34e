import { describe, expect, it } from 'vitest';
import { gradeOfAnswer, isFreeEdit, mayAccept, mayEdit, mayReply } from './standing';

const asker = { id: 'a', grade: 'peer', isModerator: false } as const;
const peer = { ...asker, id: 'b' };
const officer = { id: 'c', grade: 'officer', isModerator: false } as const;
const moderator = { ...peer, id: 'd', isModerator: true };
const question = { authorId: 'a', kind: 'question', boardState: 'open', locked: false } as const;

describe('the free time for a change', () => {
  const createdAt = '2026-11-28T03:00:00.000Z';
  it('is fifteen minutes', () => {
    expect(isFreeEdit(createdAt, new Date('2026-11-28T03:14:59.999Z'))).toBe(true);
    expect(isFreeEdit(createdAt, new Date('2026-11-28T03:15:00.000Z'))).toBe(false);
  });
});

describe('who may', () => {
  it('accept: whoever asked, officers and moderators', () => {
    expect([asker, officer, moderator].every((actor) => mayAccept(actor, question))).toBe(true);
    expect(mayAccept(peer, question)).toBe(false);
    expect(mayAccept(asker, { ...question, kind: 'discussion' })).toBe(false);
  });

  it('reply: everyone while it is open, then moderators', () => {
    expect(mayReply(peer, question)).toBe(true);
    for (const thread of [
      { ...question, locked: true },
      { ...question, boardState: 'closed' } as const,
    ]) {
      expect(mayReply(officer, thread)).toBe(false);
      expect(mayReply(moderator, thread)).toBe(true);
    }
  });

  it('edit: its writer alone, and nothing that was taken away', () => {
    const post = { authorId: 'a', state: 'shown' };
    expect(mayEdit(asker, post, question)).toBe(true);
    expect(mayEdit(moderator, post, question)).toBe(false);
    expect(mayEdit(asker, { ...post, state: 'hidden' }, question)).toBe(false);
    expect(mayEdit(asker, post, { ...question, locked: true })).toBe(false);
  });
});

describe('gradeOfAnswer', () => {
  it('tells the department, the province and peers apart', () => {
    expect(['officer', 'province', 'peer'].map((grade) => gradeOfAnswer(grade as never))).toEqual([
      'official',
      'confirmed',
      'peer',
    ]);
  });
});
