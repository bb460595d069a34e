import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startMailCatcher, type MailCatcher } from '../../../../../../scripts/lib/mail-catcher.mjs';
import { registerAuthorities } from '../../../test/fiscal';
import { memberPassword, signInMember, type TestMember } from '../../../test/member';
import { startApp, type TestApp } from '../../../test/start-app';
import { mailTo, pathIn, visitorOf, type Visitor } from '../../../test/visitor';
import { keepMemberSettings } from '../settings';

const path = '/members/approvals';

describe('registrations that officers of a province approve', () => {
  let app: TestApp;
  let catcher: MailCatcher;
  let officer: TestMember;
  let desk: Visitor;

  beforeAll(async () => {
    catcher = await startMailCatcher();
    app = await startApp({
      plugin: {
        mail: { host: '127.0.0.1', port: catcher.smtpPort, from: 'KM <km@example.go.th>' },
      },
    });
    await registerAuthorities(app.strapi, [
      { code: '06470101', name: 'เทศบาลตำบลบ้านนา', kind: 'subdistrict', provinceCode: '47' },
      { code: '06480101', name: 'เทศบาลตำบลบ้านท่า', kind: 'subdistrict', provinceCode: '48' },
    ]);
    await keepMemberSettings(app.strapi, { approval: 'province', secondFactor: 'optional' });
    officer = await signInMember(app, { grade: 'province', provinceCode: '47' });
    desk = await signedIn(officer);
  });
  afterAll(async () => {
    await app?.stop();
    await catcher?.stop();
  });

  async function signedIn({ email }: Pick<TestMember, 'email'>): Promise<Visitor> {
    const visitor = visitorOf(app);
    await visitor.fillIn('/members/sign-in', { email, password: memberPassword });
    return visitor;
  }
  let count = 0;
  /** Registers and confirms, as somebody does in a browser; answers the address and the last page. */
  async function register(authority: string) {
    count += 1;
    const email = `waiting${count}@example.go.th`;
    const visitor = visitorOf(app);
    const password = 'แมวกินปลาทู ริมคลอง 7';
    await visitor.fillIn(
      `/members/register?authority=${authority}`,
      {
        email,
        displayName: `ผู้รออนุมัติ ${count}`,
        position: 'นักวิชาการคลัง',
        password,
        privacy: 'yes',
      },
      '/members/register'
    );
    const seen = await visitor.fillIn(pathIn(await mailTo(catcher, email)), {});
    const row = await app.strapi.db
      .connection('km_members')
      .where({ display_name: `ผู้รออนุมัติ ${count}` })
      .first();
    return { email, password, visitor, text: seen.text, id: row.id as string };
  }
  const stateOf = async (id: string) =>
    (await app.strapi.db.connection('km_members').where({ id }).first()).state as string;

  it('wait after the mail, and cannot sign in meanwhile', async () => {
    const one = await register('06470101');
    expect(one.text).toContain('รอเจ้าหน้าที่อนุมัติ');
    expect(await stateOf(one.id)).toBe('awaiting');
    const { email, password } = one;
    const seen = await one.visitor.fillIn('/members/sign-in', { email, password });
    expect(seen.status).toBe(403);
    expect(seen.text).toContain('รอการอนุมัติ');
  });

  it('are shown to the officers of their own province, without addresses', async () => {
    const here = await register('06470101');
    const there = await register('06480101');
    const { text } = await desk.look(path);
    expect(text).toContain(`member-${here.id}`);
    expect(text).toContain('เทศบาลตำบลบ้านนา');
    expect(text).not.toContain(`member-${there.id}`);
    expect(text).not.toContain(here.email);
    expect((await desk.look('/members')).text).toContain('/members/approvals');
  });

  it('are approved there, by mail and in the log, and only once', async () => {
    const one = await register('06470101');
    const seen = await desk.fillIn(path, { member: one.id, act: 'approve' });
    expect(seen.text).toContain('แจ้งทางอีเมลแล้ว');
    expect(await stateOf(one.id)).toBe('active');
    await mailTo(catcher, one.email, 1);
    const { email, password } = one;
    expect((await one.visitor.fillIn('/members/sign-in', { email, password })).path).toBe(
      '/members'
    );
    expect((await send({ member: one.id, act: 'approve' })).status).toBe(404);
    const log = await app.strapi.db.connection('km_moderation_log').where({ member_id: one.id });
    expect(log).toMatchObject([
      { action: 'member.approve', actor_kind: 'member', actor_id: officer.id },
    ]);
  });

  it('are refused with a reason that goes by mail, and are forgotten', async () => {
    const one = await register('06470101');
    const short = await send({ member: one.id, act: 'refuse', reason: 'x' });
    expect(short.status).toBe(400);
    expect(short.text).toContain(`reason-${one.id}-fault`);
    expect(await stateOf(one.id)).toBe('awaiting');
    await send({ member: one.id, act: 'refuse', reason: 'ไม่ใช่เจ้าหน้าที่ของเทศบาล' });
    expect(await stateOf(one.id)).toBe('deleted');
    expect((await mailTo(catcher, one.email, 1)).text).toContain('ไม่ใช่เจ้าหน้าที่ของเทศบาล');
  });

  it('show an address when asked for it, and keep who looked', async () => {
    const one = await register('06470101');
    const seen = await send({ member: one.id, act: 'email' });
    expect(seen.text).toContain(one.email);
    const log = await app.strapi.db.connection('km_moderation_log').where({ member_id: one.id });
    expect(log).toMatchObject([{ action: 'member.email', actor_id: officer.id }]);
  });

  it('are nobody else’s to decide: another province, a peer, an officer who was suspended', async () => {
    const there = await register('06480101');
    for (const act of ['approve', 'refuse', 'email']) {
      const seen = await send({ member: there.id, act, reason: 'ลองดู' });
      expect(seen.status, act).toBe(404);
      expect(seen.text).not.toContain(there.email);
    }
    const peer = await signedIn(await signInMember(app));
    expect((await peer.look(path)).status).toBe(403);
    const late = await signInMember(app, { grade: 'province', provinceCode: '48' });
    const visitor = await signedIn(late);
    expect((await visitor.look(path)).status).toBe(200);
    await app.strapi.db
      .connection('km_members')
      .where({ id: late.id })
      .update({ state: 'suspended' });
    expect((await visitor.look(path)).status).toBe(403);
    expect(await stateOf(there.id)).toBe('awaiting');
  });

  it('are the department’s alone where it decides, and nobody’s where nobody has to', async () => {
    await keepMemberSettings(app.strapi, { approval: 'department', secondFactor: 'optional' });
    expect((await desk.look(path)).status).toBe(403);
    const one = await register('06470101');
    expect(await stateOf(one.id)).toBe('awaiting');
    await keepMemberSettings(app.strapi, { approval: 'off', secondFactor: 'optional' });
    const other = await register('06470101');
    expect(await stateOf(other.id)).toBe('active');
  });

  /** A form of the officer's own page, whoever it is about. */
  async function send(fields: Record<string, string>) {
    const form = await desk.look('/members');
    const token = /name="token" value="([^"]*)"/.exec(form.text)?.[1] ?? '';
    return desk.send(path, { token, ...fields });
  }
});
