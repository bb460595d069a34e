import { expect, it } from 'vitest';
import { app, asker, board, officer, peer, table } from '../../../test/board-house';
import { statementsOf } from '../../../test/statements';
import { getThreadPage } from '../pages';
import { listReplies, listThreads } from '../reads';

const copyOf = (thread: string, at: number) => thread.slice(0, 18) + String(at).padStart(6, '0');

/** Copies of a reply, as so many more that were sent. */
async function multiply(thread: string, reply: string, times: number): Promise<void> {
  const row = (await table('km_replies').where({ id: reply }).first()) as { number: number };
  const rows = Array.from({ length: times }, (_, at) => ({
    ...row,
    id: copyOf(thread, at),
    number: row.number + at + 1,
    post_key: `copy-${thread}-${at}`,
    plain: `สำเนา ${at}`,
    body_html: `<p>สำเนา ${at}</p>`,
  }));
  for (let from = 0; from < times; from += 100) {
    await table('km_replies').insert(rows.slice(from, from + 100));
  }
  const count = row.number + times;
  await table('km_threads')
    .where({ id: thread })
    .update({ last_number: count, reply_count: count });
}

/** How much a read takes, and that nothing of a long thread is out of reach. */
export function sizeSuite(): void {
  it('is read with as many statements as a short one', async () => {
    const id = await board.ask(asker);
    const reply = await board.reply(peer, id);
    const query = { page: 1, pageSize: 20, sort: 'active' } as const;
    const count = async (work: () => Promise<unknown>) =>
      (await statementsOf(app.strapi, work, { ofServer: false })).length;
    const read = async () => [
      await count(() => listThreads(app.strapi, query)),
      await count(() => listReplies(app.strapi, id, { page: 1, pageSize: 50 })),
    ];
    await read();
    const before = await read();
    await multiply(id, reply, 499);
    expect(await read()).toEqual(before);
  });

  it('is shown page by page without scripts, its answer told on the first', async () => {
    const id = await board.ask(asker, { title: 'กระทู้ยาวที่มีคำตอบหลายหน้า' });
    const reply = await board.reply(officer, id);
    await multiply(id, reply, 250);
    const last = copyOf(id, 249);
    await table('km_replies').where({ id: last }).update({ quote_id: reply, quote_excerpt: 'ก' });
    await board.send(asker, `/threads/${id}/accept`, { reply: last, replaces: null });
    const pages = await Promise.all(
      [1, 2, 3].map((page) => getThreadPage(app.strapi, id, 'https://km.example', page))
    );
    expect(pages.map((page) => page?.pages)).toEqual([3, 3, 3]);
    const numbers = pages.flatMap((page) =>
      [...(page?.html ?? '').matchAll(/<article id="reply-(\d+)"/g)].map(([, number]) =>
        Number(number)
      )
    );
    expect(numbers).toEqual(Array.from({ length: 251 }, (_, at) => at + 1));
    const [first, , third] = pages.map((page) => page?.html ?? '');
    expect(first).toContain('"acceptedAnswer":{"@type":"Answer","text":"สำเนา 249"');
    expect(third).not.toContain('ld+json');
    expect(third).toContain(`href="/threads/${id}#reply-1"`);
    expect(first).not.toContain('สำเนา 249</p>');
    expect(first).toContain(`href="/threads/${id}?page=3#reply-251"`);
  });
}
