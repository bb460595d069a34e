import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { memberPassword, signInMember } from '../../../test/member';
import { startApp, type TestApp } from '../../../test/start-app';
import { statementsOf } from '../../../test/statements';
import { formTo, visitorOf } from '../../../test/visitor';

describe('floods from many addresses of the network', () => {
  let app: TestApp;

  beforeAll(async () => {
    // The tests are the proxy that says who asks.
    vi.stubEnv('TRUSTED_PROXIES', '1');
    app = await startApp({
      plugin: { mail: { host: '127.0.0.1', port: 9, from: 'KM <km@example.go.th>' } },
    });
  });
  afterAll(async () => {
    vi.unstubAllEnvs();
    await app?.stop();
  });
  beforeEach(() => app.strapi.db.connection('km_limits').delete());

  /** Fills in a form of a page for somebody at an address. */
  async function from(address: string, page: string, fields: Record<string, string>) {
    const visitor = visitorOf(app);
    const headers = { Origin: app.origin, 'X-Forwarded-For': address };
    const action = page.split('?')[0] as string;
    const form = formTo((await visitor.look(page, headers)).text, action);
    return visitor.send(action, { ...form, ...fields }, headers);
  }
  const signIn = (address: string, email: string, password: string) =>
    from(address, '/members/sign-in', { email, password });
  let count = 0;
  const register = (address: string, email: string) => {
    count += 1;
    return from(address, '/members/register?authority=none', {
      email,
      displayName: `ผู้สมัคร ลำดับ ${count}`,
      position: 'นักวิชาการ',
      password: 'แมวกินปลาทู ริมคลอง 7',
      privacy: 'yes',
    });
  };
  const mails = async () =>
    Number((await app.strapi.db.connection('km_mails').count({ count: '*' }))[0]?.count);

  it('at one account lock it, however many addresses guess', async () => {
    const member = await signInMember(app);
    const statuses: number[] = [];
    for (let at = 0; at < 9; at += 1) {
      statuses.push((await signIn(`192.0.2.${at}`, member.email, 'wrong')).status);
    }
    expect(statuses).toEqual([...Array(8).fill(400), 429]);
    expect((await signIn('198.51.100.1', member.email, memberPassword)).status).toBe(429);
  });

  it('by one address at many accounts stop, and trouble no other address', async () => {
    const member = await signInMember(app);
    let last = 0;
    for (let at = 0; at < 61; at += 1) {
      last = (await signIn('192.0.2.50', `nobody${at}@example.go.th`, 'wrong')).status;
    }
    expect(last).toBe(429);
    expect((await signIn('192.0.2.50', member.email, memberPassword)).status).toBe(429);
    expect((await signIn('192.0.2.51', member.email, memberPassword)).path).toBe('/members');
  });

  it('of one network of IPv6 count as one address', async () => {
    const statuses: number[] = [];
    for (let at = 0; at < 12; at += 1) {
      const address = `2001:db8:0:1::${(at + 1).toString(16)}`;
      statuses.push((await register(address, `six${at}@example${at}.go.th`)).status);
    }
    expect(statuses.slice(10)).toEqual([429, 429]);
    expect((await register('2001:db8:0:2::1', 'other@example.go.th')).status).toBe(200);
  });

  it('are not many by what a browser claims beside the proxy', async () => {
    const statuses: number[] = [];
    for (let at = 0; at < 11; at += 1) {
      statuses.push(
        (await register(`10.0.0.${at}, 203.0.113.9`, `claim${at}@example.go.th`)).status
      );
    }
    expect(statuses.at(-1)).toBe(429);
  });

  it('of mail to one mailbox stop, whichever form asks for it and from wherever', async () => {
    const { email } = await signInMember(app);
    const before = await mails();
    for (let at = 0; at < 4; at += 1) await register(`192.0.2.${at}`, email.toUpperCase());
    for (let at = 0; at < 4; at += 1) await from(`198.51.100.${at}`, '/members/forgot', { email });
    expect((await mails()) - before).toBe(3);
  });

  it('get as much work done for an address without an account as for one with it', async () => {
    const { email } = await signInMember(app);
    const work = async (to: string) => {
      await app.strapi.db.connection('km_limits').delete();
      const forms: [string, () => Promise<unknown>][] = [
        ['sign-in', () => signIn('192.0.2.1', to, 'wrong')],
        ['forgot', () => from('192.0.2.1', '/members/forgot', { email: to })],
        ['register', () => register('192.0.2.1', to)],
      ];
      const done: Record<string, string[]> = {};
      for (const [name, ask] of forms) {
        const sent = await statementsOf(app.strapi, ask);
        done[name] = sent
          // The postman looks for mail after the answer has left.
          .filter((sql) => !/^(begin|commit)|^(select|update)\W.*km_mails/i.test(sql))
          .map((sql) => sql.replace(/\d{13}/g, '?'));
      }
      return done;
    };
    const known = await work(email);
    const unknown = await work('stranger@example.go.th');
    for (const name of ['sign-in', 'forgot', 'register']) {
      expect(known[name]?.length, name).toBeGreaterThan(2);
      expect(unknown[name], name).toEqual(known[name]);
    }
  });
});
