import { expect, it } from 'vitest';
import { app, asker, board, moderate, moderator, table } from '../../../test/board-house';
import { writeMail } from '../../platform/mail-layout';
import { rooms } from '../../rooms';
import { findPage } from '../../site/pages';
import { intruders, pageIntruders } from '../rules/markup.test-support';
import { xssVectors } from '../rules/xss-vectors.test-support';

const origin = 'https://km.example';
const ok = 'ทดสอบ ';
/** PostgreSQL keeps no NUL, and no server of ours writes one. */
const vectors = xssVectors.map((vector) => vector.replaceAll('\u0000', ''));
const counted = { topic_id: 999_999, kind: 'question', board_state: 'open', applies_to: 'both' };

interface Row {
  id: string;
}

/** A thread and a reply for each vector, with it in every field, as if no rule had cleaned it. */
async function plant(): Promise<Row[]> {
  const id = await board.ask(asker);
  const reply = await board.reply(asker, id);
  await board.send(asker, `/threads/${id}/accept`, { reply, replaces: null });
  const thread = await table('km_threads').where({ id }).first();
  const answer = await table('km_replies').where({ id: reply }).first();
  const rows = vectors.map((vector, at) => {
    const number = String(at).padStart(18, '0');
    const [own, first, second] = ['thread', 'replya', 'replyb'].map((name) => name + number);
    return { vector, own: own as string, first: first as string, second: second as string, at };
  });
  for (const { vector, own, first, second, at } of rows) {
    await table('km_threads').insert({
      ...thread,
      id: own,
      title: vector,
      error_message: vector,
      closed_reason: vector,
      plain: vector,
      accepted_reply: first,
      last_number: 2,
      reply_count: 2,
      post_key: `planted-${at}`,
    });
    const quoting = { quote_id: first, quote_excerpt: vector, plain: vector, thread_id: own };
    await table('km_replies').insert([
      { ...answer, ...quoting, id: first, number: 1, post_key: `planted-a-${at}` },
      { ...answer, ...quoting, id: second, number: 2, post_key: `planted-b-${at}` },
    ]);
    await table('km_attachments').insert({
      id: `file${String(at).padStart(20, '0')}`,
      owner_id: asker.id,
      post_id: own,
      place: 0,
      name: vector,
      mime: 'application/pdf',
      size_bytes: 1,
      created_at: new Date(0).toISOString(),
    });
  }
  // So that the list goes on for as many pages.
  await table('km_thread_counts').insert({ ...counted, threads: rows.length });
  return rows.map(({ own }) => ({ id: own }));
}

/** Vectors of every class through everything a reader may write. */
export function scriptsSuite(): void {
  it(`tries at least 150 vectors`, () => expect(new Set(xssVectors).size).toBeGreaterThan(150));

  it('does not let one through a post, however it is sent', async () => {
    const id = await board.ask(moderator, { title: 'รวมเวกเตอร์ทดสอบ' });
    for (let from = 0; from < xssVectors.length; from += 10) {
      const part = xssVectors.slice(from, from + 10);
      const body = part.join('\n\n');
      const reply = await board.reply(moderator, id, { body, personalDataSeen: true });
      const preview = await board.send(moderator, '/threads/preview', { body });
      expect(intruders(String(preview.data.bodyHtml))).toEqual([]);
      const edited = await board.send(moderator, `/threads/${id}/edit`, {
        revision: 1 + from / 10,
        title: ok + part.join(' ').slice(0, 190),
        body,
        errorMessage: part.join(' ').slice(0, 900),
        personalDataSeen: true,
      });
      expect([part, edited.status]).toEqual([part, 200]);
      const { data } = await board.read(`/threads/${id}`);
      expect(intruders(String(data.bodyHtml))).toEqual([]);
      const replies = (await board.read(`/threads/${id}/replies?pageSize=100`)).data as unknown as {
        id: string;
        bodyHtml: string;
      }[];
      const own = replies.find((one) => one.id === reply);
      expect(intruders(own?.bodyHtml ?? '<script>')).toEqual([]);
    }
    const history = await board.read(`/threads/${id}/history`, moderator);
    for (const { bodyHtml } of history.data as unknown as { bodyHtml: string }[]) {
      expect(intruders(bodyHtml)).toEqual([]);
    }
  });

  it('is words alone on pages, in their data for search engines and in feeds', async () => {
    const planted = await plant();
    const { id: author } = asker;
    const { display_name: name } = await table('km_members').where({ id: author }).first();
    for (const [at, { id }] of planted.entries()) {
      const vector = vectors[at] as string;
      const hostile = { display_name: vector.slice(0, 80), authority_name: vector.slice(0, 200) };
      await table('km_members').where({ id: author }).update(hostile);
      const page = await findPage(app.strapi, rooms, `/threads/${id}`, origin);
      const { data, found } = pageIntruders(page?.words.fallback ?? '<script>');
      expect([vector, found]).toEqual([vector, []]);
      expect(data).toHaveLength(1);
      const { mainEntity } = JSON.parse(data[0] as string);
      expect(mainEntity).toMatchObject({ name: vector, text: vector });
      expect(mainEntity.acceptedAnswer.text).toBe(vector);
    }
    await table('km_members').where({ id: author }).update({ display_name: name });
    for (const page of [1, 2, 3]) {
      const list = await findPage(app.strapi, rooms, '/threads', origin, page);
      expect(pageIntruders(list?.words.fallback ?? '<script>').found).toEqual([]);
    }
    const feed = await app.get('/api/km/v1/threads.atom');
    expect(feed.headers.get('content-type')).toContain('application/atom+xml');
    expect(await feed.text()).not.toMatch(
      /<(?!\/?(?:feed|entry|title|id|link|updated|published|summary|author|name|category|subtitle|generator|rights|content|\?xml))/
    );
    const json = await app.get('/api/km/v1/threads?pageSize=100');
    expect(json.headers.get('content-type')).toContain('application/json');
    expect(json.headers.get('x-content-type-options')).toBe('nosniff');
    await table('km_thread_counts').where(counted).delete();
    await table('km_threads')
      .whereIn(
        'id',
        planted.map(({ id }) => id)
      )
      .update({ state: 'hidden' });
  });

  it('is words alone in mails, and puts no header into them', async () => {
    for (const vector of xssVectors) {
      const { subject, html } = writeMail({
        subject: vector,
        greeting: 'เรียน สมาชิก',
        paragraphs: [vector, `เหตุผล: ${vector}`],
        sender: { name: 'คลังความรู้', url: origin },
      });
      expect([vector, pageIntruders(html).found]).toEqual([vector, []]);
      expect(subject).not.toMatch(/[\r\n]/);
    }
    const id = await board.ask(asker);
    const reason = '<img src=x onerror=alert(1)>\r\nBcc: all@example.go.th';
    expect((await moderate(`/threads/${id}/actions`, 'close', { reason })).status).toBe(200);
  });

  it('is not given back by a refusal, nor taken as the name of a file', async () => {
    for (const vector of xssVectors.slice(0, 40)) {
      const given = encodeURIComponent(vector);
      const refused = await app.get(`/api/km/v1/threads?sort=${given}&${given}=1`);
      expect(refused.status).toBe(400);
      expect(refused.headers.get('content-type')).toContain('application/json');
    }
    const pdf = new TextEncoder().encode('%PDF-1.4\nstartxref\n0\n%%EOF\n');
    const names = [
      '"><script>alert(1)</script>.pdf',
      "x';alert(1)//.html",
      'a\r\nSet-Cookie: x=1.svg',
    ];
    for (const name of names) {
      const sent = await app.get(`/api/km/v1/attachments?name=${encodeURIComponent(name)}`, {
        method: 'POST',
        headers: { ...moderator.headers, 'Content-Type': 'application/pdf' },
        body: pdf,
      });
      const { data } = (await sent.json()) as { data: { id: string; name: string } };
      expect(data.name).toMatch(/^[^<>"\r\n/\\]+\.pdf$/);
      await board.ask(moderator, { attachments: [data.id] });
      const file = await app.get(`/api/km/v1/attachments/${data.id}`);
      expect(file.headers.get('content-disposition')).toMatch(
        /^attachment; filename\*=UTF-8''[\w%.()*'!~-]+$/
      );
      expect(file.headers.get('set-cookie')).toBeNull();
      expect(file.headers.get('content-security-policy')).toMatch(/sandbox|default-src 'none'/);
    }
  });
}
