import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { startMailCatcher, type MailCatcher } from '../../../../../../scripts/lib/mail-catcher.mjs';
import { memberPassword, signInMember, type TestMember } from '../../../test/member';
import { startApp, type TestApp } from '../../../test/start-app';
import { formTo, mailTo, pathIn, visitorOf } from '../../../test/visitor';
import { waitUntil } from '../../../test/wait-until';

describe('attacks on the members’ pages', () => {
  let app: TestApp;
  let catcher: MailCatcher;
  let member: TestMember;

  beforeAll(async () => {
    catcher = await startMailCatcher();
    app = await startApp({
      plugin: {
        mail: { host: '127.0.0.1', port: catcher.smtpPort, from: 'KM <km@example.go.th>' },
      },
    });
    member = await signInMember(app, { email: 'owner@example.go.th' });
  });
  afterAll(async () => {
    await app?.stop();
    await catcher?.stop();
  });
  beforeEach(() => app.strapi.db.connection('km_limits').delete());

  const password = 'แมวกินปลาทู ริมคลอง 7';
  let count = 0;
  const registration = (email: string) => {
    count += 1;
    return {
      email,
      displayName: `ผู้สมัคร หมายเลข ${count}`,
      position: 'นักวิชาการ',
      password,
      privacy: 'yes',
    };
  };
  const register = (email: string) =>
    visitorOf(app).fillIn(
      '/members/register?authority=none',
      registration(email),
      '/members/register'
    );
  const signedIn = async () => {
    const visitor = visitorOf(app);
    const seen = await visitor.fillIn('/members/sign-in', {
      email: member.email,
      password: memberPassword,
    });
    expect(seen.path).toBe('/members');
    return visitor;
  };

  describe('who has an account', () => {
    it('does not show in the answer to a registration; the owner gets a mail without a code', async () => {
      const free = await register('free@example.go.th');
      const taken = await register(member.email.toUpperCase());
      expect([taken.status, taken.path]).toEqual([free.status, free.path]);
      expect(strip(taken.text)).toBe(strip(free.text));
      expect((await mailTo(catcher, member.email)).text).not.toContain('code=');
      expect((await mailTo(catcher, 'free@example.go.th')).text).toContain('code=');
    });

    it('does not show in the answer to a forgotten password', async () => {
      const before = catcher.mails.length;
      const known = await visitorOf(app).fillIn('/members/forgot', { email: member.email });
      const unknown = await visitorOf(app).fillIn('/members/forgot', { email: 'no@example.go.th' });
      expect([unknown.status, unknown.path]).toEqual([known.status, known.path]);
      expect(strip(unknown.text)).toBe(strip(known.text));
      await waitUntil(() => catcher.mails.length > before);
      await allSent();
      expect(catcher.mails.some(({ to }) => to.includes('no@example.go.th'))).toBe(false);
    });

    it('does not show in the answer to a wrong password, nor in the lock-out', async () => {
      const answers: Record<string, string[]> = {};
      for (const email of [member.email, 'nobody@example.go.th']) {
        const visitor = visitorOf(app);
        answers[email] = [];
        for (let tries = 0; tries < 10; tries += 1) {
          const seen = await visitor.fillIn('/members/sign-in', { email, password: 'wrong' });
          answers[email].push(`${seen.status} ${strip(seen.text).replaceAll(email, '')}`);
        }
      }
      expect(answers['nobody@example.go.th']).toEqual(answers[member.email]);
      expect(answers[member.email]?.map((text) => text.slice(0, 3))).toEqual([
        ...Array(8).fill('400'),
        ...Array(2).fill('429'),
      ]);
    });

    it('locks an account out even for who knows the password, until it is set anew by mail', async () => {
      const visitor = visitorOf(app);
      for (let tries = 0; tries < 8; tries += 1) {
        await visitor.fillIn('/members/sign-in', { email: member.email, password: 'wrong' });
      }
      const right = { email: member.email, password: memberPassword };
      expect((await visitor.fillIn('/members/sign-in', right)).status).toBe(429);
      const sent = catcher.mails.filter(({ to }) => to.includes(member.email)).length;
      await visitor.fillIn('/members/forgot', { email: member.email });
      await visitor.fillIn(pathIn(await mailTo(catcher, member.email, sent)), {
        password: memberPassword,
      });
      expect((await visitor.fillIn('/members/sign-in', right)).path).toBe('/members');
    });
  });

  describe('floods', () => {
    it('of 25 sign-ups with 25 addresses stop at ten', async () => {
      const before = await codes();
      const statuses: number[] = [];
      for (let at = 0; at < 25; at += 1) {
        statuses.push((await register(`flood${at}@example${at}.go.th`)).status);
      }
      expect(statuses).toEqual([...Array(10).fill(200), ...Array(15).fill(429)]);
      expect((await codes()) - before).toBe(10);
    });

    it('are counted for all instances together', async () => {
      const second = await app.startSecondInstance();
      const there = visitorOf({
        origin: second.origin,
        get: (path, init) => fetch(second.origin + path, { redirect: 'manual', ...init }),
      });
      for (let at = 0; at < 10; at += 1) await register(`both${at}@example.go.th`);
      const seen = await there.fillIn(
        '/members/register?authority=none',
        registration('both10@example.go.th'),
        '/members/register'
      );
      expect(seen.status).toBe(429);
      expect(Number(seen.response.headers.get('retry-after'))).toBeGreaterThan(0);
      await second.stop();
    }, 300_000);

    it('of mail to one address stop at three an hour, with the same answer', async () => {
      const target = 'target@example.go.th';
      for (let at = 0; at < 6; at += 1) expect((await register(target)).status).toBe(200);
      await mailTo(catcher, 'target@example.go.th', 2);
      await allSent();
      expect(catcher.mails.filter(({ to }) => to.includes(target))).toHaveLength(3);
    });

    const codes = async () =>
      Number((await app.strapi.db.connection('km_member_codes').count({ count: '*' }))[0]?.count);
  });

  describe('forms of other sites', () => {
    it.each([
      ['another origin', { Origin: 'https://evil.example' }],
      ['no origin', { 'Sec-Fetch-Site': '' }],
      ['a sandboxed frame', { Origin: 'null' }],
      ['a cross-site post', { Origin: '', 'Sec-Fetch-Site': 'cross-site' }],
    ])('are refused: %s', async (_name, headers) => {
      const visitor = await signedIn();
      const { text } = await visitor.look('/members');
      const form = formTo(text, '/members/sign-out');
      const seen = await visitor.send('/members/sign-out', form ?? {}, headers);
      expect(seen.status).toBe(403);
      expect((await visitor.look('/members')).path).toBe('/members');
    });

    it('are refused without the token, and with that of another browser', async () => {
      const visitor = await signedIn();
      expect((await visitor.send('/members/sessions', { everywhere: 'yes' })).status).toBe(403);
      const attacker = visitorOf(app);
      const own = formTo((await attacker.look('/members/sign-in')).text, '/members/sign-in');
      const forged = { token: own?.token ?? '', everywhere: 'yes' };
      expect((await visitor.send('/members/sessions', forged)).status).toBe(403);
      expect((await visitor.look('/members')).path).toBe('/members');
    });

    it('cannot sign a browser in as somebody else', async () => {
      const victim = visitorOf(app);
      await victim.look('/members/sign-in');
      const foreign = formTo(
        (await visitorOf(app).look('/members/sign-in')).text,
        '/members/sign-in'
      );
      const seen = await victim.send('/members/sign-in', {
        token: foreign?.token ?? '',
        email: member.email,
        password: memberPassword,
      });
      expect(seen.status).toBe(403);
      expect(victim.cookies.has('km_member')).toBe(false);
    });
  });

  describe('sessions', () => {
    it('are never those a browser came with', async () => {
      const planted = 'A'.repeat(43);
      const visitor = visitorOf(app);
      visitor.cookies.set('km_member', planted);
      await visitor.fillIn('/members/sign-in', {
        email: member.email,
        password: memberPassword,
      });
      expect(visitor.cookies.get('km_member')).toMatch(/^[\w-]{43}$/);
      expect(visitor.cookies.get('km_member')).not.toBe(planted);
      const thief = visitorOf(app);
      thief.cookies.set('km_member', planted);
      expect((await thief.look('/members')).path).toContain('/members/sign-in');
    });

    it('of one kind do not work as the other', async () => {
      const visitor = await signedIn();
      const cookie = visitor.cookies.get('km_member') ?? '';
      const headers = { Authorization: `Bearer ${cookie}`, Origin: app.origin };
      expect((await app.get('/api/km/v1/members/me', { headers })).status).toBe(401);
      const thief = visitorOf(app);
      thief.cookies.set('km_member', member.token);
      expect((await thief.look('/members')).path).toContain('/members/sign-in');
    });

    it('end with a block at once, on our own pages too', async () => {
      const other = await signInMember(app);
      const visitor = visitorOf(app);
      await visitor.fillIn('/members/sign-in', { email: other.email, password: memberPassword });
      expect((await visitor.look('/members')).path).toBe('/members');
      await app.strapi.db.connection('km_members').where({ id: other.id }).update({
        state: 'blocked',
        state_reason: 'ก่อกวน',
      });
      expect((await visitor.look('/members')).path).toContain('/members/sign-in');
      const again = await visitor.fillIn('/members/sign-in', {
        email: other.email,
        password: memberPassword,
      });
      expect(again.status).toBe(403);
      expect(again.text).toContain('ก่อกวน');
    });

    it('of another member cannot be ended by their id', async () => {
      const other = await signInMember(app);
      const [row] = await app.strapi.db
        .connection('km_member_sessions')
        .where({ member_id: other.id });
      const visitor = await signedIn();
      const form = formTo((await visitor.look('/members')).text, '/members/sign-out');
      await visitor.send('/members/sessions', { token: form?.token ?? '', id: row.id });
      const { headers } = other;
      expect((await app.get('/api/km/v1/members/me', { headers })).status).toBe(200);
    });
  });

  it.each([
    'https://evil.example/',
    '//evil.example',
    '/\\evil.example',
    '/\\/evil.example',
    '\\\\evil.example',
    'javascript:alert(1)',
    '/members\r\nSet-Cookie: x=1',
    ' /members',
    'http:evil.example',
  ])('leads nowhere else after a sign-in: %j', async (next) => {
    const visitor = visitorOf(app);
    const seen = await visitor.fillIn(
      `/members/sign-in?next=${encodeURIComponent(next)}`,
      { email: member.email, password: memberPassword, next },
      '/members/sign-in'
    );
    expect(seen.path).toBe('/members');
    expect(seen.response.headers.get('set-cookie') ?? '').not.toContain('x=1');
  });

  describe('what is typed', () => {
    it.each([
      '"><script>alert(1)</script>',
      "'><img src=x onerror=alert(1)>",
      '</title><svg/onload=alert(1)>',
      'javascript:alert(1)',
      '${7*7}{{7*7}}',
    ])('is shown as text: %j', async (text) => {
      const visitor = visitorOf(app);
      const fields = { ...registration(text), displayName: text, position: text };
      const seen = [
        await visitor.fillIn('/members/register?authority=none', fields, '/members/register'),
        await visitor.look(`/members/register?q=${encodeURIComponent(text)}`),
        await visitor.look(`/members/sign-in?next=${encodeURIComponent(text)}`),
        await visitor.look(`/members/confirm?code=${encodeURIComponent(text)}`),
        await visitor.look(`/members/${encodeURIComponent(text)}?lang=${encodeURIComponent(text)}`),
        await visitor.look(`/members/mail/off?key=${encodeURIComponent(text)}`),
      ];
      for (const { text: shown, response } of seen) {
        expect(shown).not.toMatch(/<script>|<img|<svg\/|onerror=alert\(1\)>/);
        const policy = response.headers.get('content-security-policy') ?? '';
        expect(policy).toContain("default-src 'none'");
        expect(policy).toContain("frame-ancestors 'none'");
        expect(policy).not.toContain('unsafe');
        expect(response.headers.get('cache-control')).toBe('no-store');
        expect(response.headers.get('referrer-policy')).toBe('same-origin');
      }
    });

    it('may not be longer than a form is, nor of another kind', async () => {
      const visitor = visitorOf(app);
      const big = await visitor.send('/members/sign-in', { email: 'x'.repeat(40_000) });
      expect(big.status).toBe(413);
      const json = await app.get('/members/sign-in', {
        method: 'POST',
        body: '{}',
        headers: { 'Content-Type': 'application/json', Origin: app.origin },
      });
      expect(json.status).toBe(415);
    });
  });

  /** The catcher has a mail a moment before the outbox hears that it was taken. */
  const allSent = () =>
    waitUntil(async () => {
      const rows = await app.strapi.db.connection('km_mails').where({ state: 'waiting' });
      return rows.length === 0;
    });
  const strip = (text: string) => text.replace(/name="token" value="[^"]*"/g, '');
});
