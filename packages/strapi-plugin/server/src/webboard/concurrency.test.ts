import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { boardOf, type Board } from '../../test/board';
import { signInMember, type TestMember } from '../../test/member';
import { startApp, type TestApp } from '../../test/start-app';
import { findBreak } from './records/traffic-log';

const posters = 50;
const repliesEach = 8;

describe('fifty members who post at once', () => {
  let app: TestApp;
  let board: Board;
  const members: TestMember[] = [];

  beforeAll(async () => {
    app = await startApp();
    board = boardOf(app);
    for (let made = 0; made < posters; made += 1) members.push(await signInMember(app));
  }, 400_000);
  afterAll(() => app?.stop());

  it('lose nothing and double nothing, though each sends everything twice', async () => {
    const [asker] = members as [TestMember];
    const threads = [await board.ask(asker), await board.ask(asker, { title: 'กระทู้ที่สอง' })];
    const sent = await Promise.all(
      members.map(async (member, at) => {
        const ids: string[] = [];
        for (let count = 0; count < repliesEach; count += 1) {
          const thread = threads[(at + count) % threads.length] as string;
          const body = { key: randomUUID(), body: `สมาชิก ${at} ความเห็น ${count}` };
          const path = `/threads/${thread}/replies`;
          const twice = await Promise.all([
            board.send(member, path, body),
            board.send(member, path, body),
          ]);
          expect(twice.map(({ status }) => status)).toEqual([201, 201]);
          expect(twice[0]?.data.id).toBe(twice[1]?.data.id);
          ids.push(String(twice[0]?.data.id));
        }
        return ids;
      })
    );
    const ids = sent.flat();
    expect(new Set(ids).size).toBe(posters * repliesEach);
    const rows = await app.strapi.db
      .connection('km_replies')
      .whereIn('thread_id', threads)
      .orderBy(['thread_id', 'number'])
      .select('id', 'thread_id', 'number');
    expect(rows.map(({ id }) => id).sort()).toEqual([...ids].sort());
    for (const id of threads) {
      const thread = await app.strapi.db.connection('km_threads').where({ id }).first();
      const numbers = rows.filter((row) => row.thread_id === id).map((row) => row.number);
      expect(numbers).toEqual(numbers.map((_number, at) => at + 1));
      expect(thread).toMatchObject({ reply_count: numbers.length, last_number: numbers.length });
    }
    expect(await findBreak(app.strapi)).toBeNull();
  }, 300_000);
});
