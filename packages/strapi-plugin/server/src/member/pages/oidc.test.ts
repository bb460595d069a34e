import { createServer } from 'node:net';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { memberPassword, signInMember } from '../../../test/member';
import { startOidcProvider, type OidcPerson, type TestProvider } from '../../../test/oidc';
import { startApp, type TestApp } from '../../../test/start-app';
import { visitorOf, type Visitor } from '../../../test/visitor';
import { settingsFault } from '../oidc/provider';

const usual = { nameTh: 'ผู้ให้บริการทดสอบ', nameEn: 'Test provider' };

describe('settings of a provider', () => {
  const given = { id: 'thaid', issuer: 'https://idp.example.go.th', clientId: 'km', ...usual };
  it.each([
    [{}, null],
    [{ scope: 'openid' }, null],
    [{ issuer: 'http://127.0.0.1:4000' }, null],
    [{ issuer: 'http://idp.example.go.th' }, /https/],
    [{ issuer: 'idp' }, /https/],
    [{ id: 'Thai D' }, /small letters/],
    [{ clientId: '' }, /client id/],
    [{ scope: 'email' }, /openid/],
  ])('%j', (change, fault) => {
    const found = settingsFault({ ...given, ...change });
    if (fault) expect(found).toMatch(fault);
    else expect(found).toBeNull();
  });
});

describe('signing in by a provider', () => {
  let app: TestApp;
  let provider: TestProvider;

  beforeAll(async () => {
    // The provider has to know where it sends people back to before the server is up.
    const publicUrl = 'http://localhost:4321';
    provider = await startOidcProvider(`${publicUrl}/members/oidc/callback`);
    const closed = createServer();
    closed.listen(0, '127.0.0.1');
    await once(closed, 'listening');
    const { port } = closed.address() as AddressInfo;
    closed.close();
    app = await startApp({
      plugin: {
        publicUrl,
        oidc: [
          {
            id: 'test',
            issuer: provider.issuer,
            clientId: provider.clientId,
            clientSecret: provider.clientSecret,
            ...usual,
          },
          { id: 'gone', issuer: `http://127.0.0.1:${port}`, clientId: 'km', ...usual },
        ],
      },
    });
    // Forms are posted from the address readers know the server by.
    Object.assign(app, { origin: publicUrl });
  });
  afterAll(async () => {
    await app?.stop();
    await provider?.stop();
  });
  beforeEach(() => app.strapi.db.connection('km_limits').delete());

  const table = (name: string) => app.strapi.db.connection(name);
  const start = '/members/oidc/start?provider=test&next=/members/profile';
  let count = 0;
  const person = (given: Partial<OidcPerson> = {}): OidcPerson => {
    count += 1;
    const sub = `1-2345-${count}`;
    return { sub, email: `person${count}@example.go.th`, emailVerified: true, ...given };
  };
  /** Comes back from the provider with what `tamper` made of the way there or back. */
  async function goBy(
    visitor: Visitor,
    who: OidcPerson,
    { from = start, there = (url: URL) => url, back = (url: URL) => url } = {}
  ) {
    const away = there(new URL(await visitor.leave(from)));
    const home = back(new URL(await provider.visit(away.href, who)));
    expect(home.origin).toBe('http://localhost:4321');
    return { seen: await visitor.look(home.pathname + home.search), home };
  }
  /** Adds the provider to an account in whose browser somebody is signed in. */
  async function addBy(visitor: Visitor, who: OidcPerson) {
    const fields = { act: 'add', provider: 'test', current: memberPassword };
    const { text } = await visitor.fillIn('/members/identities', fields);
    const href = /href="(http:\/\/127[^"]*)"/.exec(text)?.[1]?.replaceAll('&amp;', '&') ?? '';
    const home = new URL(await provider.visit(href, who));
    return visitor.look(home.pathname + home.search);
  }
  const set = (name: string, value: string) => (url: URL) => {
    url.searchParams.set(name, value);
    return url;
  };
  async function signedIn(email: string): Promise<Visitor> {
    const visitor = visitorOf(app);
    const seen = await visitor.fillIn('/members/sign-in', { email, password: memberPassword });
    expect(seen.path).toBe('/members');
    return visitor;
  }

  it('is offered on the sign-in page and asks with PKCE, state and nonce', async () => {
    const visitor = visitorOf(app);
    expect((await visitor.look('/members/sign-in')).text).toContain('เข้าสู่ระบบด้วย ผู้ให้บริการทดสอบ');
    const { searchParams } = new URL(await visitor.leave(start));
    expect(searchParams.get('response_type')).toBe('code');
    expect(searchParams.get('code_challenge_method')).toBe('S256');
    for (const name of ['state', 'nonce', 'code_challenge']) {
      expect(searchParams.get(name)?.length, name).toBeGreaterThan(30);
    }
    const rows = JSON.stringify(await table('km_member_codes'));
    expect(rows).not.toContain(searchParams.get('state'));
  });

  it('makes an account only after consent and a profile, and goes straight in from then on', async () => {
    const who = person();
    const visitor = visitorOf(app);
    const { seen } = await goBy(visitor, who);
    expect(seen.path).toBe('/members/oidc/register');
    expect(seen.text).toContain(who.email);
    expect(visitor.cookies.has('km_member')).toBe(false);
    const about = { displayName: 'สมปอง คลัง', position: 'นักวิชาการคลัง' };
    const page = '/members/oidc/register?authority=none';
    const action = '/members/oidc/register';
    const without = await visitor.fillIn(page, about, action);
    expect(without.status).toBe(400);
    expect(without.text).toContain('privacy-fault');
    // The address is the provider's word and no field of the form.
    const done = await visitor.fillIn(
      page,
      { ...about, privacy: 'yes', email: 'boss@dla.go.th' },
      action
    );
    expect(done.path).toBe('/members/profile');
    const users = await app.strapi.db.query('plugin::users-permissions.user').findMany({});
    expect(users.map(({ email }: { email: string }) => email)).toEqual([who.email]);
    expect(await table('km_member_consents')).toMatchObject([
      { purpose: 'privacy' },
      { purpose: 'mail' },
    ]);
    expect(JSON.stringify(await table('km_member_identities'))).not.toContain(who.sub);
    const again = await goBy(visitorOf(app), who);
    expect(again.seen.path).toBe('/members/profile');
  });

  it('joins an account of the same verified address only with its password', async () => {
    const member = await signInMember(app);
    const who = person({ email: member.email.toUpperCase() });
    const visitor = visitorOf(app);
    const { seen } = await goBy(visitor, who);
    expect(seen.path).toBe('/members/oidc/link');
    expect(visitor.cookies.has('km_member')).toBe(false);
    expect((await visitor.fillIn(seen.path, { current: 'wrong' })).status).toBe(400);
    expect(await table('km_member_identities').where({ member_id: member.id })).toEqual([]);
    const joined = await visitor.fillIn(seen.path, { current: memberPassword });
    expect(joined.path).toBe('/members/profile');
    expect((await goBy(visitorOf(app), who)).seen.path).toBe('/members/profile');
  });

  it('joins nothing and makes nothing for an address the provider has not verified', async () => {
    const member = await signInMember(app);
    for (const given of [
      { email: member.email, emailVerified: false },
      { email: member.email, emailVerified: undefined },
      { email: undefined, emailVerified: undefined },
      { email: 'fresh@example.go.th', emailVerified: false },
    ]) {
      const visitor = visitorOf(app);
      const { seen } = await goBy(visitor, person(given));
      expect(seen.status, JSON.stringify(given)).toBe(403);
      expect(visitor.cookies.has('km_member')).toBe(false);
      expect((await visitor.look('/members/oidc/link')).path).toBe('/members/sign-in');
      expect((await visitor.look('/members/oidc/register')).path).toBe('/members/sign-in');
    }
    expect(await table('km_member_identities').where({ member_id: member.id })).toEqual([]);
  });

  it('is added by a member who is signed in, whatever address the provider tells; to one member', async () => {
    const member = await signInMember(app);
    const visitor = await signedIn(member.email);
    const who = person({ email: undefined, emailVerified: undefined });
    const wrong = { act: 'add', provider: 'test', current: 'wrong' };
    expect((await visitor.fillIn('/members/identities', wrong)).status).toBe(400);
    expect((await addBy(visitor, who)).path).toBe('/members/identities');
    expect((await goBy(visitorOf(app), who)).seen.path).toBe('/members/profile');
    const other = await signedIn((await signInMember(app)).email);
    expect((await addBy(other, who)).status).toBe(409);
    // Taken off again, it opens nothing any more.
    const [row] = await table('km_member_identities').where({ member_id: member.id });
    const fields = { id: row.id as string, current: memberPassword };
    expect((await visitor.fillIn('/members/identities', fields)).path).toBe('/members/identities');
    expect((await goBy(visitorOf(app), who)).seen.status).toBe(403);
  });

  it.each([
    ['another state', { back: set('state', 'x'.repeat(43)) }],
    ['no state', { back: set('state', '') }],
    ['another nonce', { there: set('nonce', 'n'.repeat(43)) }],
    [
      'a challenge somebody else has the verifier of',
      { there: set('code_challenge', 'c'.repeat(43)) },
    ],
    ['another code', { back: set('code', 'c'.repeat(43)) }],
    ['another issuer', { back: set('iss', 'https://evil.example') }],
  ])('refuses %s', async (_name, tamper) => {
    const visitor = visitorOf(app);
    const { seen } = await goBy(visitor, person(), tamper);
    expect(seen.status).toBe(400);
    expect(visitor.cookies.has('km_member')).toBe(false);
    expect((await visitor.look('/members/oidc/register')).path).toBe('/members/sign-in');
  });

  it('takes an answer once, and in the browser that asked alone', async () => {
    const who = person();
    const visitor = visitorOf(app);
    const away = await visitor.leave(start);
    const kept = visitor.cookies.get('km_oidc') ?? '';
    const home = new URL(await provider.visit(away, who));
    const victim = visitorOf(app);
    expect((await victim.look(home.pathname + home.search)).status).toBe(400);
    expect((await visitor.look(home.pathname + home.search)).path).toBe('/members/oidc/register');
    const thief = visitorOf(app);
    thief.cookies.set('km_oidc', kept);
    expect((await thief.look(home.pathname + home.search)).status).toBe(400);
  });

  it('adds nothing for a link another site made somebody follow', async () => {
    const member = await signInMember(app);
    const visitor = await signedIn(member.email);
    const attacker = person({ email: undefined, emailVerified: undefined });
    const from = '/members/oidc/start?provider=test&link=yes';
    expect((await goBy(visitor, attacker, { from })).seen.status).toBe(403);
    expect(await table('km_member_identities').where({ member_id: member.id })).toEqual([]);
  });

  it('opens no account that has been blocked', async () => {
    const member = await signInMember(app);
    const visitor = await signedIn(member.email);
    const who = person();
    await addBy(visitor, who);
    await table('km_members').where({ id: member.id }).update({ state: 'blocked' });
    const late = visitorOf(app);
    expect((await goBy(late, who)).seen.status).toBe(403);
    expect(late.cookies.has('km_member')).toBe(false);
  });

  it('leads nowhere else afterwards', async () => {
    const member = await signInMember(app);
    const visitor = await signedIn(member.email);
    const who = person();
    await addBy(visitor, who);
    const from = '/members/oidc/start?provider=test&next=https://evil.example/';
    expect((await goBy(visitorOf(app), who, { from })).seen.path).toBe('/members');
  });

  it('says so where a provider does not answer, or there is none such', async () => {
    const visitor = visitorOf(app);
    const gone = await visitor.look('/members/oidc/start?provider=gone');
    expect(gone.status).toBe(503);
    expect(gone.text).toContain('ลองใหม่ภายหลัง');
    expect((await visitor.look('/members/oidc/start?provider=none')).status).toBe(404);
  });
});
