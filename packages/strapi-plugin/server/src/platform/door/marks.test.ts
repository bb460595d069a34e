import { expect, it } from 'vitest';
import { Marks, readAtOf } from './marks';

it('marks hold for as long as no revision an answer was made from has moved', () => {
  const marks = new Marks();
  marks.set({ faq: 3, topic: 1, law: 7 }, false);
  // Another thread looks at the same memory.
  const elsewhere = new Marks(marks.memory);
  const readAt = readAtOf(['faq', 'topic'], { faq: 3, topic: 1, law: 7 });
  expect(elsewhere.holds(readAt)).toBe(true);
  marks.set({ faq: 3, topic: 1, law: 8 }, false);
  expect(elsewhere.holds(readAt)).toBe(true);
  marks.set({ faq: 3, topic: 2, law: 8 }, false);
  expect(elsewhere.holds(readAt)).toBe(false);
});

it('marks hold nothing while the database does not answer, nor before they are set', () => {
  const marks = new Marks();
  const readAt = readAtOf(['faq'], { faq: 1 });
  expect(marks.holds(readAt)).toBe(false);
  marks.set({ faq: 1 }, true);
  expect(marks.holds(readAt)).toBe(false);
  marks.set({ faq: 1 }, false);
  expect(marks.holds(readAt)).toBe(true);
});
