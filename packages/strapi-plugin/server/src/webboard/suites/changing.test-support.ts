import { postHistoryAnswer, postSourceAnswer } from '@km-laas/contract';
import { expect, it } from 'vitest';
import { app, asker, board, moderate, moderator, officer, peer } from '../../../test/board-house';
import { editorOf } from '../../../test/editor';

/** What a writer may change, and what is kept of it. */
export function changingSuite(): void {
  it('covers title, menu, system and message, and keeps each as it was', async () => {
    const editor = editorOf(app.strapi);
    await editor.publish('topic', { slug: 'change-from', titleTh: 'เมนูเดิม' });
    await editor.publish('topic', { slug: 'change-to', titleTh: 'เมนูใหม่' });
    const id = await board.ask(asker, {
      title: 'ชื่อเดิมของกระทู้',
      topic: 'change-from',
      appliesTo: 'elaas',
      errorMessage: 'ORA-00001',
    });
    const source = postSourceAnswer.parse(
      await (await app.get(`/api/km/v1/threads/${id}/source`, { headers: asker.headers })).json()
    ).data;
    expect(source).toMatchObject({
      title: 'ชื่อเดิมของกระทู้',
      topic: { slug: 'change-from' },
      appliesTo: 'elaas',
      errorMessage: 'ORA-00001',
    });
    const edited = await board.send(asker, `/threads/${id}/edit`, {
      revision: 1,
      title: 'ชื่อใหม่ของกระทู้',
      topic: 'change-to',
      appliesTo: 'newElaas',
      errorMessage: null,
    });
    expect(edited).toMatchObject({ status: 200, data: { revision: 2, state: 'shown' } });
    expect((await board.read(`/threads/${id}`)).data).toMatchObject({
      title: 'ชื่อใหม่ของกระทู้',
      topic: { slug: 'change-to' },
      appliesTo: 'newElaas',
      errorMessage: null,
    });
    for (const [topic, total] of [
      ['change-from', 0],
      ['change-to', 1],
    ] as const) {
      expect((await board.read(`/threads?topic=${topic}`)).meta.total).toBe(total);
    }
    const url = `/api/km/v1/threads/${id}/history`;
    const history = postHistoryAnswer.parse(
      await (await app.get(url, { headers: moderator.headers })).json()
    ).data;
    expect(history).toMatchObject([
      {
        revision: 1,
        title: 'ชื่อเดิมของกระทู้',
        topic: { slug: 'change-from' },
        appliesTo: 'elaas',
        errorMessage: 'ORA-00001',
        replacedBy: { id: asker.id },
      },
    ]);
  });

  it('takes a post from readers whose new words a moderator must see, until one has', async () => {
    const id = await board.ask(asker);
    const reply = await board.reply(peer, id, { body: 'คำตอบเดิม' });
    await board.send(asker, `/threads/${id}/accept`, { reply, replaces: null });
    const links = Array.from({ length: 7 }, (_, at) => `https://a${at}.example/`).join(' ');
    const edited = await board.send(peer, `/replies/${reply}/edit`, { revision: 1, body: links });
    expect(edited.data).toMatchObject({ state: 'held', heldReason: 'links' });
    expect((await board.read(`/threads/${id}`)).data).toMatchObject({
      replyCount: 0,
      state: 'open',
      acceptedReply: null,
    });
    expect(JSON.stringify(await board.read(`/threads/${id}/replies`))).not.toContain('a1.example');
    await moderate(`/replies/${reply}/actions`, 'approve');
    const { data } = await board.read(`/threads/${id}/replies`);
    expect(data).toMatchObject([{ id: reply, number: 1, removed: null }]);

    const words = { revision: 1, title: 'รับสมัครเล่น บ า ค า ร่ า' };
    const retitled = await board.send(asker, `/threads/${id}/edit`, words);
    expect(retitled.data).toMatchObject({ state: 'held', heldReason: 'words' });
    expect((await board.read(`/threads/${id}`)).status).toBe(404);
    const { total } = (await board.read('/threads')).meta as { total: number };
    await moderate(`/threads/${id}/actions`, 'approve');
    expect((await board.read(`/threads/${id}`)).status).toBe(200);
    expect((await board.read('/threads')).meta.total).toBe(total + 1);
  });

  it('does not hold back what the department changes', async () => {
    const id = await board.ask(officer);
    const words = { revision: 1, body: 'ระวังเว็บพนัน' };
    expect((await board.send(officer, `/threads/${id}/edit`, words)).data).toMatchObject({
      state: 'shown',
    });
  });
}
