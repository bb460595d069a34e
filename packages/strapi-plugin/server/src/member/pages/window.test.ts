import { memberTokenAnswer } from '@km-laas/contract';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { memberPassword, signInMember, type TestMember } from '../../../test/member';
import { startApp, type TestApp } from '../../../test/start-app';
import { visitorOf, type Visitor } from '../../../test/visitor';
import { newSecret } from '../../platform/secrets';
import { challengeOf } from '../pkce';

const site = 'https://www.municipality.example';
const stranger = 'https://unknown.example';
const refused = 'https://refused.example';

describe('the sign-in window', () => {
  let app: TestApp;
  let member: TestMember;
  let visitor: Visitor;

  beforeAll(async () => {
    app = await startApp();
    member = await signInMember(app);
    for (const [origin, state] of [
      [site, 'allowed'],
      [refused, 'refused'],
    ]) {
      await app.strapi.documents('plugin::km.site').create({
        data: { name: 'เทศบาลตำบลตัวอย่าง', origin, state } as never,
      });
    }
    visitor = visitorOf(app);
    await visitor.fillIn('/members/sign-in', { email: member.email, password: memberPassword });
  });
  afterAll(() => app?.stop());

  const state = 's'.repeat(22);
  function asks(origin: string) {
    const verifier = newSecret();
    const query = new URLSearchParams({ origin, challenge: challengeOf(verifier), state });
    return { verifier, path: `/members/window?${query}` };
  }
  const codeIn = (text: string) => /data-code="([\w-]{43})"/.exec(text)?.[1];
  const exchange = (code: string, verifier: string, origin: string) =>
    app.get('/api/km/v1/members/token', {
      method: 'POST',
      body: JSON.stringify({ code, verifier }),
      headers: { 'Content-Type': 'application/json', Origin: origin },
    });

  it('tells who asks, once, and hands a code to exactly that origin', async () => {
    const first = asks(site);
    const asked = await visitor.look(first.path);
    expect(asked.text).toContain('เทศบาลตำบลตัวอย่าง');
    expect(asked.text).toContain('www.municipality.example');
    expect(codeIn(asked.text)).toBeUndefined();
    // Our own policy of openers would cut the window off from the page that waits for it.
    expect(asked.response.headers.get('cross-origin-opener-policy')).toBeNull();
    const agreed = await visitor.fillIn(first.path, {}, '/members/window');
    expect(agreed.text).toContain(`data-target="${site}"`);
    const code = codeIn(agreed.text) ?? '';
    const answer = await exchange(code, first.verifier, site);
    expect(answer.status).toBe(201);
    expect(memberTokenAnswer.parse(await answer.json()).data.member.id).toBe(member.id);
    const second = await visitor.look(asks(site).path);
    expect(codeIn(second.text)).toBeDefined();
  });

  it('warns of a site nobody has registered, each time', async () => {
    for (let time = 0; time < 2; time += 1) {
      const { path } = asks(stranger);
      const asked = await visitor.look(path);
      expect(asked.text).toContain('ยังไม่ได้ลงทะเบียน');
      expect(codeIn(asked.text)).toBeUndefined();
      expect(codeIn((await visitor.fillIn(path, {}, '/members/window')).text)).toBeDefined();
    }
  });

  it('refuses a site that the department refuses, to look and to post', async () => {
    const { path } = asks(refused);
    expect((await visitor.look(path)).status).toBe(403);
    const agreed = await visitor.fillIn(
      asks(stranger).path,
      { origin: refused },
      '/members/window'
    );
    expect(agreed.status).toBe(403);
    expect(codeIn(agreed.text)).toBeUndefined();
  });

  it.each([
    'http://www.municipality.example',
    'https://www.municipality.example/',
    'https://www.municipality.example/path',
    'https://user@www.municipality.example',
    'javascript:alert(1)',
    'null',
    '*',
    '',
    'https://WWW.municipality.example',
  ])('hands nothing to what is no origin of a page on https: %j', async (origin) => {
    const seen = await visitor.look(asks(origin).path);
    expect(seen.status).toBe(400);
    expect(codeIn(seen.text)).toBeUndefined();
  });

  it('brings somebody who is not signed in back to the same question', async () => {
    const fresh = visitorOf(app);
    const { path } = asks(stranger);
    const asked = await fresh.look(path);
    expect(asked.path).toContain('/members/sign-in?next=');
    expect(asked.response.headers.get('cross-origin-opener-policy')).toBeNull();
    const back = await fresh.fillIn(
      asked.path,
      { email: member.email, password: memberPassword },
      '/members/sign-in'
    );
    expect(back.path).toBe(path);
    expect(back.text).toContain('unknown.example');
  });

  it('ends what it gave out when the member signs out of it', async () => {
    const fresh = visitorOf(app);
    await fresh.fillIn('/members/sign-in', { email: member.email, password: memberPassword });
    const { path, verifier } = asks(site);
    const code = codeIn((await fresh.look(path)).text) ?? '';
    const unspent = asks(site);
    const late = codeIn((await fresh.look(unspent.path)).text) ?? '';
    const answer = await exchange(code, verifier, site);
    const { data } = memberTokenAnswer.parse(await answer.json());
    const headers = { Authorization: `Bearer ${data.token}`, Origin: site };
    expect((await app.get('/api/km/v1/members/me', { headers })).status).toBe(200);
    await fresh.fillIn('/members', {}, '/members/sign-out');
    expect((await app.get('/api/km/v1/members/me', { headers })).status).toBe(401);
    expect((await exchange(late, unspent.verifier, site)).status).toBe(400);
  });

  describe('on our own pages', () => {
    const here = (headers: Record<string, string>) =>
      app.get('/members/here', {
        method: 'POST',
        body: JSON.stringify({ challenge: challengeOf(newSecret()) }),
        headers: { 'Content-Type': 'application/json', ...headers },
      });
    const cookie = () => `km_member=${visitor.cookies.get('km_member')}`;

    it('is not needed: whoever is signed in there is', async () => {
      const own = { Origin: app.origin, 'Sec-Fetch-Site': 'same-origin' };
      expect((await here(own)).status).toBe(204);
      const answer = await here({ ...own, Cookie: cookie() });
      expect(answer.status).toBe(200);
      expect(answer.headers.get('access-control-allow-origin')).toBeNull();
      expect(await answer.json()).toEqual({ code: expect.stringMatching(/^[\w-]{43}$/) });
    });

    it('is what other sites are left with', async () => {
      const foreign = { Origin: site, 'Sec-Fetch-Site': 'cross-site', Cookie: cookie() };
      expect((await here(foreign)).status).toBe(403);
      expect((await here({ Cookie: cookie(), 'Sec-Fetch-Site': '' })).status).toBe(403);
    });
  });
});
