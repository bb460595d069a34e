import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { signIn } from '../../test/sign-in';
import { signInMember } from '../../test/member';
import { startApp, type TestApp } from '../../test/start-app';
import type { ListedMember } from './admin-service';

describe('members in the admin panel', () => {
  let app: TestApp;
  let headers: Record<string, string>;

  beforeAll(async () => {
    app = await startApp();
    headers = await signIn(app, 'strapi-super-admin');
  });
  afterAll(() => app?.stop());

  const list = async (query = '') => {
    const answer = await app.get(`/km/members?${query}`, { headers });
    return (await answer.json()) as { data: ListedMember[]; meta: Record<string, number> };
  };
  const act = (id: string, deed: object, by = headers) =>
    app.get(`/km/members/${id}`, {
      method: 'POST',
      body: JSON.stringify(deed),
      headers: { 'Content-Type': 'application/json', ...by },
    });
  const me = (own: Record<string, string>) => app.get('/api/km/v1/members/me', { headers: own });

  it('are for whoever was granted them, editors not among them', async () => {
    expect((await app.get('/km/members')).status).toBe(401);
    const editor = await signIn(app, 'strapi-editor');
    expect((await app.get('/km/members', { headers: editor })).status).toBe(403);
    const { id } = await signInMember(app);
    expect((await act(id, { act: 'block', reason: 'ทดสอบ' }, editor)).status).toBe(403);
  });

  it('are approved, and can use their account from then on', async () => {
    const member = await signInMember(app, { state: 'awaiting', displayName: 'รออนุมัติ หนึ่ง' });
    expect((await me(member.headers)).status).toBe(403);
    const { data, meta } = await list('state=awaiting');
    expect(data.map(({ id }) => id)).toEqual([member.id]);
    expect(meta.awaiting).toBe(1);
    expect((await act(member.id, { act: 'approve' })).status).toBe(200);
    expect((await me(member.headers)).status).toBe(200);
    expect((await act(member.id, { act: 'approve' })).status).toBe(404);
  });

  it('are refused with a reason, and nothing of them is kept', async () => {
    const member = await signInMember(app, { state: 'awaiting' });
    expect((await act(member.id, { act: 'refuse' })).status).toBe(400);
    const answer = await act(member.id, { act: 'refuse', reason: 'ไม่พบชื่อในหน่วยงาน' });
    expect(await answer.json()).toEqual({ data: { id: member.id, state: 'deleted' } });
    const found = await list(`q=${encodeURIComponent(member.email)}`);
    expect(found.data).toEqual([]);
  });

  it('are found by part of a name, of an authority, or a whole address; signs of patterns are none', async () => {
    const member = await signInMember(app, {
      displayName: 'ประไพ 100-5',
      authorityName: 'เทศบาลเมืองหาง่าย',
    });
    for (const q of ['ประไพ', 'หาง่าย', member.email.toUpperCase()]) {
      const { data } = await list(`q=${encodeURIComponent(q)}`);
      expect(
        data.map(({ id }) => id),
        q
      ).toEqual([member.id]);
    }
    expect((await list('q=%25')).data).toEqual([]);
    expect((await list('q=_____')).data).toEqual([]);
  });

  it('are suspended, blocked, reinstated and signed out, each at once', async () => {
    const member = await signInMember(app);
    const until = '2999-01-02T03:04:05.000Z';
    await act(member.id, { act: 'suspend', reason: 'ใช้ถ้อยคำไม่สุภาพ', until });
    expect((await me(member.headers)).status).toBe(403);
    await act(member.id, { act: 'reinstate' });
    expect((await me(member.headers)).status).toBe(200);
    await act(member.id, { act: 'block', reason: 'ก่อกวน' });
    expect((await me(member.headers)).status).toBe(403);
    await act(member.id, { act: 'reinstate' });
    await act(member.id, { act: 'signOut' });
    expect((await me(member.headers)).status).toBe(401);
  });

  it('are appointed, with words beside the name of whom no authority employs', async () => {
    const member = await signInMember(app);
    await act(member.id, {
      act: 'appoint',
      grade: 'province',
      isModerator: true,
      authorityName: 'สำนักงานส่งเสริมการปกครองท้องถิ่นจังหวัดสกลนคร',
    });
    const { data } = (await (await me(member.headers)).json()) as { data: object };
    expect(data).toMatchObject({ grade: 'province', isModerator: true, authorityCode: null });
  });

  it.each([
    [{ act: 'appoint', grade: 'king', isModerator: true }],
    [{ act: 'approve', state: 'active' }],
    [{ act: 'suspend', reason: 'xxx', until: 'tomorrow' }],
    [{ act: 'delete' }],
    [{}],
  ])('take no deed there is not: %j', async (deed) => {
    const { id } = await signInMember(app);
    expect((await act(id, deed)).status).toBe(400);
  });
});
