import { generate } from 'otplib';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { startMailCatcher, type MailCatcher } from '../../../../../../scripts/lib/mail-catcher.mjs';
import { memberPassword, signInMember, type TestMember } from '../../../test/member';
import { startApp, type TestApp } from '../../../test/start-app';
import { formTo, mailTo, visitorOf, type Visitor } from '../../../test/visitor';
import { stepOf } from '../second-factor';
import { keepMemberSettings } from '../settings';

const path = '/members/second-factor';
const step = 30_000;

describe('codes of an app', () => {
  const secret = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ';

  it('are those of RFC 6238, one step either way, and never one that was used', async () => {
    // The sixth appendix of the RFC gives 94287082 at 59 seconds; an app shows the last six.
    const now = 59_000;
    expect(await stepOf(secret, '287082', { after: null, now })).toBe(1);
    expect(await stepOf(secret, '287 082', { after: null, now })).toBe(1);
    expect(await stepOf(secret, '287082', { after: null, now: now + step })).toBe(1);
    expect(await stepOf(secret, '287082', { after: null, now: now + 3 * step })).toBeNull();
    expect(await stepOf(secret, '287082', { after: 1, now })).toBeNull();
    expect(await stepOf(secret, '287082', { after: 5, now })).toBeNull();
    for (const code of ['', '28708', '2870820', 'abcdef', '๒๘๗๐๘๒']) {
      expect(await stepOf(secret, code, { after: null, now }), code).toBeNull();
    }
  });
});

describe('the second factor', () => {
  let app: TestApp;
  let catcher: MailCatcher;

  beforeAll(async () => {
    catcher = await startMailCatcher();
    app = await startApp({
      plugin: {
        mail: { host: '127.0.0.1', port: catcher.smtpPort, from: 'KM <km@example.go.th>' },
      },
    });
  });
  afterAll(async () => {
    await app?.stop();
    await catcher?.stop();
  });
  beforeEach(() => app.strapi.db.connection('km_limits').delete());

  const table = (name: string) => app.strapi.db.connection(name);
  const password = { email: '', password: memberPassword };

  async function signIn(member: TestMember, visitor = visitorOf(app), from = '/members/sign-in') {
    const fields = { ...password, email: member.email };
    return { visitor, seen: await visitor.fillIn(from, fields, '/members/sign-in') };
  }

  /** Turns it on in a browser; answers the secret and the recovery codes. */
  async function enrol(member: TestMember, visitor: Visitor) {
    const begun = await visitor.fillIn(path, { act: 'begin' });
    const secret = /class="secret"\s*>([^<]+)</.exec(begun.text)?.[1]?.replace(/\s/g, '') ?? '';
    const form = formTo(begun.text, path) ?? {};
    const current = memberPassword;
    const wrong = await visitor.send(path, { ...form, act: 'confirm', current, code: '000000' });
    expect(wrong.status).toBe(400);
    expect(wrong.text).toContain('<svg class="qr"');
    const code = await generate({ secret });
    const done = await visitor.send(path, { ...form, act: 'confirm', current, code });
    const codes = [...done.text.matchAll(/<code>([a-z0-9-]{19})<\/code>/g)].map(
      ([, one]) => one ?? ''
    );
    expect(codes, done.text).toHaveLength(10);
    return { secret, codes, code };
  }

  /** A code that has not been used: that of the next step, which a clock a little off would show. */
  const nextCode = (secret: string) =>
    generate({ secret, epoch: Math.floor((Date.now() + step) / 1000) });

  /** As if the steps used so far lay long back. */
  const forgetStep = (member: TestMember) =>
    table('km_members').where({ id: member.id }).update({ totp_step: 0 });

  it('is set up by a QR code or a key, needs the password and a code, and is kept locked', async () => {
    const member = await signInMember(app);
    const { visitor } = await signIn(member);
    const office = (await signIn(member)).visitor;
    const begun = await visitor.fillIn(path, { act: 'begin' });
    const form = formTo(begun.text, path) ?? {};
    const secret = /class="secret"\s*>([^<]+)</.exec(begun.text)?.[1]?.replace(/\s/g, '') ?? '';
    const stolen = { ...form, act: 'confirm', code: await generate({ secret }), current: 'wrong' };
    expect((await visitor.send(path, stolen)).status).toBe(400);
    const { secret: kept, codes } = await enrol(member, visitor);
    const row = await table('km_members').where({ id: member.id }).first();
    expect(row.totp_secret).toMatch(/./);
    const all = JSON.stringify([
      row,
      await table('km_member_recovery'),
      await table('km_member_codes'),
    ]);
    expect(all).not.toContain(kept);
    for (const code of codes) expect(all).not.toContain(code);
    expect((await office.look('/members')).path).toContain('/members/sign-in');
    expect((await visitor.look('/members')).text).toContain('เปิดอยู่');
    expect((await mailTo(catcher, member.email)).subject).toContain('ยืนยันตัวตนสองชั้น');
    expect((await visitor.look('/members/data.json')).text).not.toContain(kept);
  });

  it('is asked for at a sign-in: the password alone opens nothing', async () => {
    const member = await signInMember(app);
    const own = (await signIn(member)).visitor;
    const { secret } = await enrol(member, own);
    const { visitor, seen } = await signIn(
      member,
      visitorOf(app),
      '/members/sign-in?next=/members/profile'
    );
    expect(seen.path).toBe('/members/sign-in/code?next=%2Fmembers%2Fprofile');
    expect(visitor.cookies.has('km_member')).toBe(false);
    expect((await visitor.look('/members')).path).toContain('/members/sign-in?');
    const wrong = await visitor.fillIn(seen.path, { code: '000000' });
    expect(wrong.status).toBe(400);
    const right = await visitor.fillIn(seen.path, { code: await nextCode(secret) });
    expect(right.path).toBe('/members/profile');
  });

  it('is asked for in the window of another page, which goes on waiting for it', async () => {
    const member = await signInMember(app);
    const { secret } = await enrol(member, (await signIn(member)).visitor);
    const asked = { origin: 'https://a.example', challenge: 'c'.repeat(43), state: 's'.repeat(20) };
    const next = `/members/window?${new URLSearchParams(asked)}`;
    const from = `/members/sign-in?next=${encodeURIComponent(next)}`;
    const { visitor, seen } = await signIn(member, visitorOf(app), from);
    expect(seen.path).toContain('/members/sign-in/code?next=');
    expect(seen.response.headers.get('cross-origin-opener-policy')).toBeNull();
    const opened = await visitor.fillIn(seen.path, { code: await nextCode(secret) });
    expect(opened.path).toBe(next);
    expect(opened.text).toContain('a.example');
  });

  it('takes no code twice, neither in its step nor in two windows at once', async () => {
    const member = await signInMember(app);
    const { secret, code } = await enrol(member, (await signIn(member)).visitor);
    const { visitor, seen } = await signIn(member);
    expect((await visitor.fillIn(seen.path, { code })).status).toBe(400);
    const fresh = await nextCode(secret);
    const doors = await Promise.all(
      [1, 2].map(async () => {
        const one = await signIn(member);
        return { ...one, form: formTo(one.seen.text, '/members/sign-in/code') ?? {} };
      })
    );
    const answers = await Promise.all(
      doors.map(({ visitor: browser, form }) =>
        browser.send('/members/sign-in/code', { ...form, code: fresh })
      )
    );
    expect(answers.map(({ path: to }) => to === '/members').sort()).toEqual([false, true]);
  });

  it('lets in with a recovery code, once', async () => {
    const member = await signInMember(app);
    const { codes } = await enrol(member, (await signIn(member)).visitor);
    const first = await signIn(member);
    const code = codes[3]?.toUpperCase() ?? '';
    expect((await first.visitor.fillIn(first.seen.path, { code })).path).toBe('/members');
    const second = await signIn(member);
    expect((await second.visitor.fillIn(second.seen.path, { code })).status).toBe(400);
    const other = await signInMember(app);
    await enrol(other, (await signIn(other)).visitor);
    const third = await signIn(other);
    expect((await third.visitor.fillIn(third.seen.path, { code: codes[4] ?? '' })).status).toBe(
      400
    );
  });

  it('ends after five wrong codes, also in new windows, and tells the owner', async () => {
    const member = await signInMember(app);
    const { secret } = await enrol(member, (await signIn(member)).visitor);
    const statuses: number[] = [];
    for (let tries = 0; tries < 6; tries += 1) {
      const { visitor, seen } = await signIn(member);
      statuses.push((await visitor.fillIn(seen.path, { code: '000000' })).status);
    }
    expect(statuses).toEqual([400, 400, 400, 400, 400, 429]);
    const { visitor, seen } = await signIn(member);
    expect((await visitor.fillIn(seen.path, { code: await nextCode(secret) })).status).toBe(429);
    const mail = await mailTo(catcher, member.email, 1);
    expect(mail.subject).toContain('หลายครั้ง');
  });

  it('is worth nothing in another browser, nor for whoever was blocked meanwhile', async () => {
    const member = await signInMember(app);
    const { secret } = await enrol(member, (await signIn(member)).visitor);
    const { visitor, seen } = await signIn(member);
    const thief = visitorOf(app);
    expect((await thief.look(seen.path)).path).toContain('/members/sign-in?');
    await table('km_members').where({ id: member.id }).update({ state: 'blocked' });
    const refused = await visitor.fillIn(seen.path, { code: await nextCode(secret) });
    expect(refused.status).toBe(403);
    expect(visitor.cookies.has('km_member')).toBe(false);
  });

  it('is turned off, and its recovery codes renewed, by the password and a code together', async () => {
    const member = await signInMember(app);
    const { visitor } = await signIn(member);
    const { secret, codes } = await enrol(member, visitor);
    const current = memberPassword;
    const off = (fields: Record<string, string>) => sendOwn(visitor, { act: 'off', ...fields });
    expect((await off({ current, code: '000000' })).status).toBe(400);
    expect((await off({ current: 'wrong', code: await nextCode(secret) })).status).toBe(400);
    const renewed = await sendOwn(visitor, { act: 'recovery', current, code: codes[0] ?? '' });
    const fresh = [...renewed.text.matchAll(/<code>([a-z0-9-]{19})<\/code>/g)].map(
      ([, one]) => one
    );
    expect(fresh).toHaveLength(10);
    expect(fresh.some((code) => codes.includes(code ?? ''))).toBe(false);
    expect((await off({ current, code: codes[1] ?? '' })).status).toBe(400);
    await forgetStep(member);
    const done = await off({ current, code: await nextCode(secret) });
    expect(done.text).toContain('ปิดการยืนยันตัวตนสองชั้นแล้ว');
    expect((await table('km_members').where({ id: member.id }).first()).totp_secret).toBeNull();
    expect((await signIn(member)).seen.path).toBe('/members');
  });

  it('may be asked of officers and moderators: they reach nothing before they have it', async () => {
    await keepMemberSettings(app.strapi, { approval: 'off', secondFactor: 'officers' });
    try {
      const officer = await signInMember(app, { grade: 'officer' });
      const { visitor, seen } = await signIn(officer);
      expect(seen.path).toBe('/members/second-factor?next=%2Fmembers');
      const asked = {
        origin: 'https://municipality.example',
        challenge: 'c'.repeat(43),
        state: 's'.repeat(20),
      };
      const window = await visitor.look(`/members/window?${new URLSearchParams(asked)}`);
      expect(window.path).toContain('/members/second-factor?next=');
      expect(window.text).not.toContain('data-code');
      const here = await app.get('/members/here', {
        method: 'POST',
        body: JSON.stringify({ challenge: 'c'.repeat(43) }),
        headers: {
          'Content-Type': 'application/json',
          Origin: app.origin,
          Cookie: `km_member=${visitor.cookies.get('km_member')}`,
        },
      });
      expect(here.status).toBe(204);
      await enrol(officer, visitor);
      expect((await visitor.look('/members')).path).toBe('/members');
      const kept = await sendOwn(visitor, { act: 'off', current: memberPassword, code: '000000' });
      expect(kept.text).toContain('จึงปิดไม่ได้');
      const peer = await signIn(await signInMember(app));
      expect(peer.seen.path).toBe('/members');
    } finally {
      await keepMemberSettings(app.strapi, { approval: 'off', secondFactor: 'optional' });
    }
  });

  /** A form of the member's own page. */
  async function sendOwn(visitor: Visitor, fields: Record<string, string>) {
    const { text } = await visitor.look(path);
    const token = /name="token" value="([^"]*)"/.exec(text)?.[1] ?? '';
    return visitor.send(path, { token, ...fields });
  }
});
