import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { app, asker, board, closeHouse, openHouse } from '../../test/board-house';
import type { SecondInstance } from '../../test/start-app';
import { waitUntil } from '../../test/wait-until';

// On SQLite one process writes; several are for PostgreSQL.
describe.runIf(process.env.KM_TEST_DATABASE_URL)('the board on two instances', () => {
  let second: SecondInstance;
  beforeAll(async () => {
    await openHouse();
    second = await app.startSecondInstance();
  });
  afterAll(closeHouse);

  const totalAt = async (origin: string): Promise<number> => {
    const answer = await fetch(`${origin}/api/km/v1/threads`);
    return ((await answer.json()) as { meta: { total: number } }).meta.total;
  };

  it('shows over there what was asked here, within two seconds where the machine is free', async () => {
    const before = await totalAt(second.origin);
    await board.ask(asker);
    const taken = await waitUntil(async () => (await totalAt(second.origin)) === before + 1);
    expect(taken).toBeLessThan(20_000);
  });

  it('sends a post that two instances get at once, once', async () => {
    const key = 'two-instances-0001';
    const body = JSON.stringify({ key, kind: 'question', title: 'ส่งสองเครื่อง', body: 'ครั้งเดียว' });
    const headers = { 'Content-Type': 'application/json', ...asker.headers };
    const answers = await Promise.all(
      [app.origin, second.origin, app.origin, second.origin].map(async (origin) => {
        const sent = await fetch(`${origin}/api/km/v1/threads`, { method: 'POST', headers, body });
        return (await sent.json()) as { data: { id: string } };
      })
    );
    expect(new Set(answers.map(({ data }) => data.id)).size).toBe(1);
  });
});
