import { memberTokenAnswer, ownMemberAnswer } from '@km-laas/contract';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { signInMember, type TestMember } from '../../test/member';
import { startApp, type TestApp } from '../../test/start-app';
import { makeCode } from './codes';
import { challengeOf } from './pkce';
import { openSession } from './sessions';
import { newSecret } from '../platform/secrets';
import { blockMember, reinstateMember, suspendMember } from './standing';

describe('tokens of members', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await startApp();
  });
  afterAll(() => app?.stop());

  const me = (headers: Record<string, string>) => app.get('/api/km/v1/members/me', { headers });
  const post = (path: string, headers: Record<string, string>, body: object = {}) =>
    app.get(`/api/km/v1/members/${path}`, {
      method: 'POST',
      body: JSON.stringify(body),
      headers: { 'Content-Type': 'application/json', ...headers },
    });
  const requester = { address: '192.0.2.7', port: 1, userAgent: 'test' };

  async function windowCode(member: TestMember, origin = member.origin) {
    const site = await openSession(app.strapi, {
      memberId: member.id,
      kind: 'site',
      origin: app.origin,
      requester,
    });
    const verifier = newSecret();
    const code = await makeCode(app.strapi, 'window', {
      memberId: member.id,
      payload: { origin, challenge: challengeOf(verifier), sessionId: site.id },
    });
    return { code, verifier };
  }

  it('say who a member is, and nothing else about them', async () => {
    const member = await signInMember(app, { grade: 'officer', isModerator: true });
    const answer = await me(member.headers);
    expect(answer.status).toBe(200);
    expect(answer.headers.get('cache-control')).toBe('no-store');
    expect(answer.headers.get('set-cookie')).toBeNull();
    const body: unknown = await answer.json();
    expect(ownMemberAnswer.parse(body)).toEqual(body);
    expect(ownMemberAnswer.parse(body).data).toMatchObject({
      id: member.id,
      grade: 'officer',
      isModerator: true,
      unread: 0,
    });
    expect(JSON.stringify(body)).not.toContain(member.email);
  });

  it('do not work from another origin, from our own or from none', async () => {
    const member = await signInMember(app);
    for (const Origin of ['https://evil.example', app.origin, 'null']) {
      expect((await me({ ...member.headers, Origin })).status, Origin).toBe(401);
    }
    const { Origin: _left, ...without } = member.headers;
    expect((await me(without)).status).toBe(401);
    expect((await me({})).status).toBe(401);
    expect((await me({ Authorization: 'Bearer stale' })).status).toBe(401);
  });

  it('come for a code and its verifier, once', async () => {
    const member = await signInMember(app);
    const pair = await windowCode(member);
    const answer = await post('token', { Origin: member.origin }, pair);
    expect(answer.status).toBe(201);
    const { data } = memberTokenAnswer.parse(await answer.json());
    expect(data.member.id).toBe(member.id);
    const headers = { Authorization: `Bearer ${data.token}`, Origin: member.origin };
    expect((await me(headers)).status).toBe(200);
    const again = await post('token', { Origin: member.origin }, pair);
    expect(again.status).toBe(400);
  });

  it('come to one of ten who try the same code at once', async () => {
    const member = await signInMember(app);
    const pair = await windowCode(member);
    const answers = await Promise.all(
      Array.from({ length: 10 }, () => post('token', { Origin: member.origin }, pair))
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([201, ...Array(9).fill(400)]);
  });

  it('do not come at a second origin, nor without the verifier, and the code is spent by the try', async () => {
    const member = await signInMember(app);
    const stolen = await windowCode(member);
    expect((await post('token', { Origin: 'https://evil.example' }, stolen)).status).toBe(400);
    expect((await post('token', { Origin: member.origin }, stolen)).status).toBe(400);
    const { code, verifier } = await windowCode(member);
    const guess = await post('token', { Origin: member.origin }, { code, verifier: newSecret() });
    expect(guess.status).toBe(400);
    expect((await post('token', { Origin: member.origin }, { code, verifier })).status).toBe(400);
  });

  it('are not found in the database, nor are codes', async () => {
    const member = await signInMember(app);
    const { code } = await windowCode(member);
    const rows = [
      await app.strapi.db.connection('km_member_sessions').select(),
      await app.strapi.db.connection('km_member_codes').select(),
    ];
    expect(JSON.stringify(rows)).not.toContain(member.token);
    expect(JSON.stringify(rows)).not.toContain(code);
    expect(JSON.stringify(rows)).not.toContain('challenge');
  });

  it('follow one another, and end together when a replaced one is used for another', async () => {
    const member = await signInMember(app);
    const first = await post('token/refresh', member.headers);
    expect(first.status).toBe(201);
    const { data } = memberTokenAnswer.parse(await first.json());
    const fresh = { Authorization: `Bearer ${data.token}`, Origin: member.origin };
    expect((await me(fresh)).status).toBe(200);
    expect((await post('token/refresh', member.headers)).status).toBe(401);
    expect((await me(fresh)).status).toBe(401);
    expect((await me(member.headers)).status).toBe(401);
  });

  it('end with a sign-out, and with it what came from the same window', async () => {
    const member = await signInMember(app);
    const take = async (pair: object) => {
      const answer = await post('token', { Origin: member.origin }, pair);
      const { data } = memberTokenAnswer.parse(await answer.json());
      return { Authorization: `Bearer ${data.token}`, Origin: member.origin };
    };
    const one = await take(await windowCode(member));
    expect((await post('sign-out', one)).status).toBe(200);
    expect((await me(one)).status).toBe(401);
    expect((await me(member.headers)).status).toBe(200);
    const other = await take(await windowCode(member));
    expect((await post('sign-out', other, { everywhere: true })).status).toBe(200);
    expect((await me(member.headers)).status).toBe(401);
  });

  it('work no more from the moment a member is blocked or suspended', async () => {
    const member = await signInMember(app);
    const until = '2999-01-02T03:04:05.000Z';
    await suspendMember(app.strapi, member.id, until, { reason: 'ใช้ถ้อยคำไม่สุภาพ' });
    const suspended = await me(member.headers);
    expect(suspended.status).toBe(403);
    const { error } = (await suspended.json()) as { error: { message: string; details: object } };
    expect(error.message).toContain('ใช้ถ้อยคำไม่สุภาพ');
    expect(error.details).toEqual({ until });
    await reinstateMember(app.strapi, member.id);
    expect((await me(member.headers)).status).toBe(200);
    await suspendMember(app.strapi, member.id, '2020-01-01T00:00:00.000Z', { reason: 'x' });
    expect((await me(member.headers)).status).toBe(200);
    await blockMember(app.strapi, member.id, { reason: 'x' });
    expect((await me(member.headers)).status).toBe(403);
    expect((await post('token/refresh', member.headers)).status).toBe(403);
  });

  it('work no more from the moment the account is blocked in the admin panel', async () => {
    const member = await signInMember(app);
    await app.strapi.db
      .query('plugin::users-permissions.user')
      .update({ where: { email: member.email }, data: { blocked: true } });
    expect((await me(member.headers)).status).toBe(403);
  });

  it('take no fields they were not asked for', async () => {
    const member = await signInMember(app);
    const sneaky = { everywhere: true, grade: 'officer', isModerator: true };
    expect((await post('sign-out', member.headers, sneaky)).status).toBe(400);
    expect((await me(member.headers)).status).toBe(200);
  });

  describe('users-permissions’ own addresses', () => {
    it.each([
      ['POST', '/api/auth/local'],
      ['POST', '/api/auth/local/register'],
      ['POST', '/API/Auth/Local/register/'],
      ['POST', '/api/auth/forgot-password'],
      ['POST', '/api/auth/reset-password'],
      ['POST', '/api/auth/refresh'],
      ['GET', '/api/auth/email-confirmation?confirmation=x'],
      ['GET', '/api/connect/google'],
      ['GET', '/api/connect/google/callback'],
      ['GET', '/api/users'],
      ['GET', '/api/Users/'],
      ['GET', '/api/users/me'],
      ['GET', '/api/users/1'],
      ['GET', '/api/users-permissions/roles'],
      ['GET', '//api//users'],
    ])('are closed: %s %s', async (method, path) => {
      const answer = await fetch(app.origin + path, {
        method,
        redirect: 'manual',
        ...(method === 'POST' && {
          body: '{"identifier":"member1@example.go.th","password":"Laa-correct-horse-7"}',
          headers: { 'Content-Type': 'application/json' },
        }),
      });
      expect(answer.status).toBe(404);
      expect(answer.headers.get('set-cookie')).toBeNull();
      expect(await answer.text()).not.toContain('jwt');
    });
  });
});
