import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startMailCatcher, type MailCatcher } from '../../../../../scripts/lib/mail-catcher.mjs';
import { registerAuthorities } from '../../test/fiscal';
import { signInMember } from '../../test/member';
import { signIn } from '../../test/sign-in';
import { startApp, type TestApp } from '../../test/start-app';
import { mailTo } from '../../test/visitor';
import type { ListedMember } from './listing';

const reason = 'ตรวจสอบกับหน่วยงานแล้ว';

describe('members in the admin panel', () => {
  let app: TestApp;
  let catcher: MailCatcher;
  let headers: Record<string, string>;

  beforeAll(async () => {
    catcher = await startMailCatcher();
    app = await startApp({
      plugin: {
        mail: { host: '127.0.0.1', port: catcher.smtpPort, from: 'KM <km@example.go.th>' },
      },
    });
    await registerAuthorities(app.strapi, [
      { code: '06470101', name: 'เทศบาลตำบลบ้านนา', kind: 'subdistrict', provinceCode: '47' },
    ]);
    headers = await signIn(app, 'strapi-super-admin');
  });
  afterAll(async () => {
    await app?.stop();
    await catcher?.stop();
  });

  const list = async (query = '') => {
    const answer = await app.get(`/km/members?${query}`, { headers });
    return (await answer.json()) as { data: ListedMember[]; meta: Record<string, number> };
  };
  const act = (id: string, name: string, body: object = { reason }, by = headers) =>
    app.get(`/km/members/${id}/${name}`, {
      method: 'POST',
      body: JSON.stringify(body),
      headers: { 'Content-Type': 'application/json', ...by },
    });
  const me = (own: Record<string, string>) => app.get('/api/km/v1/members/me', { headers: own });
  const log = (memberId: string) =>
    app.strapi.db.connection('km_moderation_log').where({ member_id: memberId }).orderBy('seq');

  it('are for whoever was granted each permission, editors not among them', async () => {
    expect((await app.get('/km/members')).status).toBe(401);
    const editor = await signIn(app, 'strapi-editor');
    expect((await app.get('/km/members', { headers: editor })).status).toBe(403);
    expect((await app.get('/km/members/settings', { headers: editor })).status).toBe(403);
    const { id } = await signInMember(app);
    for (const name of ['block', 'approve', 'appoint', 'email', 'second-factor', 'sign-out']) {
      expect((await act(id, name, { reason }, editor)).status, name).toBe(403);
    }
    expect(await log(id)).toEqual([]);
  });

  it('are guarded one by one: who may approve may not see an address nor block', async () => {
    const role = await app.strapi
      .service('admin::role')
      .create({ name: 'ผู้อนุมัติสมาชิก', code: 'approver' });
    await app.strapi
      .service('admin::role')
      .addPermissions(role.id, [
        { action: 'plugin::km.member.read' },
        { action: 'plugin::km.member.approve' },
      ]);
    const approver = await signIn(app, 'approver');
    const { id } = await signInMember(app, { state: 'awaiting' });
    expect((await app.get('/km/members', { headers: approver })).status).toBe(200);
    expect((await act(id, 'email', { reason }, approver)).status).toBe(403);
    expect((await act(id, 'block', { reason }, approver)).status).toBe(403);
    expect((await act(id, 'approve', { reason }, approver)).status).toBe(200);
  });

  it('are approved, hear of it by mail, and can use their account from then on', async () => {
    const member = await signInMember(app, { state: 'awaiting', displayName: 'รออนุมัติ หนึ่ง' });
    expect((await me(member.headers)).status).toBe(403);
    const { data, meta } = await list('state=awaiting');
    expect(data.map(({ id }) => id)).toEqual([member.id]);
    expect(meta.awaiting).toBe(1);
    expect((await act(member.id, 'approve')).status).toBe(200);
    expect((await me(member.headers)).status).toBe(200);
    expect((await act(member.id, 'approve')).status).toBe(409);
    expect((await mailTo(catcher, member.email)).subject).toContain('ได้รับอนุมัติแล้ว');
    expect(await log(member.id)).toMatchObject([
      { action: 'member.approve', actor_kind: 'admin', reason },
    ]);
  });

  it('are refused with a reason by mail, and nothing of them is kept', async () => {
    const member = await signInMember(app, { state: 'awaiting' });
    expect((await act(member.id, 'refuse', {})).status).toBe(400);
    const why = 'ไม่พบชื่อในหน่วยงาน';
    expect((await act(member.id, 'refuse', { reason: why })).status).toBe(200);
    expect((await list(`q=${encodeURIComponent(member.email)}`)).data).toEqual([]);
    const mail = await mailTo(catcher, member.email);
    expect(mail.text).toContain(why);
    expect((await act(member.id, 'approve')).status).toBe(404);
    expect(await log(member.id)).toMatchObject([{ action: 'member.refuse', reason: why }]);
  });

  it('are either approved or refused, when two officers decide at once', async () => {
    const member = await signInMember(app, { state: 'awaiting' });
    const answers = await Promise.all([act(member.id, 'approve'), act(member.id, 'refuse')]);
    const statuses = answers.map(({ status }) => status).sort();
    expect(statuses[0]).toBe(200);
    expect([404, 409]).toContain(statuses[1]);
    expect(await log(member.id)).toHaveLength(1);
  });

  it('show no address in the list; a look at one is asked for with a reason and kept', async () => {
    const member = await signInMember(app);
    expect(JSON.stringify(await list())).not.toContain(member.email);
    expect((await act(member.id, 'email', {})).status).toBe(400);
    const why = 'โทรศัพท์ติดต่อไม่ได้';
    const answer = await act(member.id, 'email', { reason: why });
    expect(await answer.json()).toEqual({ data: { email: member.email } });
    expect(await log(member.id)).toMatchObject([{ action: 'member.email', reason: why }]);
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

  it('are found by grade and province', async () => {
    const officer = await signInMember(app, { grade: 'officer', provinceCode: null });
    const { data } = await list('grade=officer');
    expect(data.map(({ id }) => id)).toContain(officer.id);
    expect(data.every(({ grade }) => grade === 'officer')).toBe(true);
    expect((await list('provinceCode=99')).data).toEqual([]);
  });

  it('are suspended, blocked, reinstated and signed out, each at once, by mail and in the log', async () => {
    const member = await signInMember(app);
    const until = '2999-01-02T03:04:05.000Z';
    await act(member.id, 'suspend', { reason: 'ใช้ถ้อยคำไม่สุภาพ', until });
    expect((await me(member.headers)).status).toBe(403);
    await act(member.id, 'reinstate');
    expect((await me(member.headers)).status).toBe(200);
    await act(member.id, 'block', { reason: 'ก่อกวน' });
    expect((await me(member.headers)).status).toBe(403);
    await act(member.id, 'reinstate');
    await act(member.id, 'sign-out');
    expect((await me(member.headers)).status).toBe(401);
    expect((await log(member.id)).map(({ action }) => action)).toEqual([
      'suspend',
      'reinstate',
      'block',
      'reinstate',
      'member.signOut',
    ]);
    await mailTo(catcher, member.email, 4);
    const texts = catcher.mails
      .filter(({ to }) => to.includes(member.email))
      .map(({ text }) => text);
    expect(texts.some((text) => text.includes('ใช้ถ้อยคำไม่สุภาพ') && text.includes('3542'))).toBe(
      true
    );
  });

  it('are appointed to a province or an authority of the register, and sign in anew', async () => {
    const member = await signInMember(app);
    const role = { reason, grade: 'province', isModerator: true };
    expect((await act(member.id, 'appoint', role)).status).toBe(400);
    expect((await act(member.id, 'appoint', { ...role, provinceCode: '99' })).status).toBe(400);
    expect((await act(member.id, 'appoint', { ...role, provinceCode: '47' })).status).toBe(200);
    expect((await me(member.headers)).status).toBe(401);
    const [shown] = (await list(`q=${member.email}`)).data;
    expect(shown).toMatchObject({
      grade: 'province',
      isModerator: true,
      authorityCode: null,
      authorityName: 'สำนักงานส่งเสริมการปกครองท้องถิ่นจังหวัดสกลนคร',
    });
    expect((await mailTo(catcher, member.email)).text).toContain('เจ้าหน้าที่ สถจ. จังหวัดสกลนคร');
    const peer = { reason, grade: 'peer', isModerator: false, authorityCode: '06470101' };
    expect((await act(member.id, 'appoint', peer)).status).toBe(200);
    const [back] = (await list(`q=${member.email}`)).data;
    expect(back).toMatchObject({
      grade: 'peer',
      authorityName: 'เทศบาลตำบลบ้านนา',
      isModerator: false,
    });
  });

  it('have settings that are kept, and changes of them in the log', async () => {
    const put = (body: object) =>
      app.get('/km/members/settings', {
        method: 'PUT',
        body: JSON.stringify(body),
        headers: { 'Content-Type': 'application/json', ...headers },
      });
    expect((await put({ approval: 'everybody', secondFactor: 'optional' })).status).toBe(400);
    const settings = { approval: 'province', secondFactor: 'officers' };
    expect((await put(settings)).status).toBe(200);
    const kept = await app.get('/km/members/settings', { headers });
    expect(await kept.json()).toEqual({ data: settings });
    const entries = await app.strapi.db
      .connection('km_moderation_log')
      .where({ action: 'member.settings' });
    expect(entries).toHaveLength(1);
    await put({ approval: 'off', secondFactor: 'optional' });
  });

  it('leave a log that nobody can change', async () => {
    const change = app.strapi.db.connection('km_moderation_log').update({ reason: 'x' });
    await expect(change).rejects.toThrow();
  });

  it.each([
    ['appoint', { reason, grade: 'king', isModerator: true }, 400],
    ['approve', { reason, state: 'active' }, 400],
    ['suspend', { reason: 'xxx', until: 'tomorrow' }, 400],
    ['delete', { reason }, 405],
    ['block', {}, 400],
  ])('take no deed there is not: %s %j', async (name, body, status) => {
    const { id } = await signInMember(app);
    expect((await act(id, name, body)).status).toBe(status);
  });
});
