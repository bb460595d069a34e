import { sendKeys } from '@web/test-runner-commands';
import { expect } from 'chai';
import { expectAccessible } from '../../../test/axe.js';
import { find, mount, reset, until, visibleText } from '../../../test/fixture.js';
import { scriptApi, type ScriptedApi } from '../../../test/scripted-api.js';
import { memberSession } from '../../client/member-session.js';
import './member-menu.define.js';
import type { KmMemberChangeEvent, MemberMenuElement } from './member-menu.js';

const token = 'T'.repeat(43);
const code = 'C'.repeat(43);
const member = {
  id: 'member000000000000000001',
  displayName: 'สมหญิง การเงิน',
  authorityCode: '06470101',
  authorityName: 'เทศบาลตำบลตัวอย่าง',
  provinceCode: '47',
  grade: 'peer',
  isModerator: false,
  unread: 3,
};
const asOf = '2026-11-22T03:04:05.000Z';
const tokenAnswer = (expiresAt = '2026-11-22T03:14:05.000Z', who = member) =>
  Response.json({ data: { token, expiresAt, member: who }, meta: { asOf } }, { status: 201 });
const problem = (status: number) =>
  Response.json(
    { data: null, error: { status, name: 'x', message: 'ข้อความ', details: {} } },
    { status }
  );

/** Stands for the window the browser opens, and for what the knowledge bank posts from it. */
class FakeWindow {
  closed = false;
  constructor(readonly url: URL) {}

  post(data: object, origin = this.url.origin, source: unknown = this): void {
    const event = new MessageEvent('message', { data, origin });
    // A real source must be a window; what is looked at is whether it is the one that was opened.
    Object.defineProperty(event, 'source', { value: source });
    window.dispatchEvent(event);
  }

  handOver(more: object = {}): void {
    this.post({
      type: 'km-member-code',
      code,
      state: this.url.searchParams.get('state'),
      ...more,
    });
  }
}

describe('<km-member-menu>', () => {
  const realOpen = window.open.bind(window);
  let api: ScriptedApi;
  let opened: FakeWindow[];

  beforeEach(() => {
    api = scriptApi();
    opened = [];
    window.open = ((url: string) => {
      const fake = new FakeWindow(new URL(url));
      opened.push(fake);
      return fake;
    }) as unknown as typeof window.open;
    api.answer('/members/token', () => tokenAnswer());
    api.answer('/members/me', () => Response.json({ data: member, meta: { asOf } }));
    api.answer('/members/sign-out', () =>
      Response.json({ data: { signedOut: true }, meta: { asOf } })
    );
  });
  afterEach(() => {
    reset();
    api.restore();
    window.open = realOpen;
  });

  const open = (attributes: Record<string, string> = {}, content = '') =>
    mount<MemberMenuElement>('km-member-menu', { api: api.address, ...attributes }, content);
  const part = <Found extends HTMLElement = HTMLElement>(element: Element, name: string) =>
    element.shadowRoot!.querySelector<Found>(`[part=${name}]`);
  async function signIn(element: MemberMenuElement): Promise<void> {
    find(element, '[part=sign-in]').click();
    await until(() => opened.length > 0);
    opened.at(-1)!.handOver();
    await until(() => part(element, 'opener'));
  }
  const sent = (path: string) =>
    api.requests.filter(({ url }) => url.pathname === `/api/km/v1${path}`);

  describe('accessibility', () => {
    it('passes axe signed out', async () => expectAccessible(await open()));

    it('passes axe while the window is open', async () => {
      const element = await open();
      find(element, '[part=sign-in]').click();
      await until(() => visibleText(element).includes('หน้าต่างที่เปิดขึ้น'));
      await expectAccessible(element);
    });

    it('passes axe signed in, with the menu open', async () => {
      const element = await open({ href: '/board' });
      await signIn(element);
      part(element, 'opener')!.click();
      await element.updateComplete;
      await expectAccessible(element);
    });

    it('passes axe after a failure', async () => {
      api.answer('/members/sign-out', () => problem(503));
      const element = await open();
      await signIn(element);
      part(element, 'opener')!.click();
      await element.updateComplete;
      part(element, 'sign-out')!.click();
      await until(() => part(element, 'error'));
      await expectAccessible(element);
    });

    it('is worked by keyboard alone: opened, walked through and put away', async () => {
      const element = await open({ href: '/board' });
      await signIn(element);
      part(element, 'opener')!.focus();
      await sendKeys({ press: 'Enter' });
      expect(part(element, 'menu')!.hidden).to.equal(false);
      await sendKeys({ press: 'Tab' });
      expect(element.shadowRoot!.activeElement?.textContent).to.include('3');
      await sendKeys({ press: 'Escape' });
      expect(part(element, 'menu')!.hidden).to.equal(true);
      expect(element.shadowRoot!.activeElement).to.equal(part(element, 'opener'));
    });

    it('says in words how much is unread', async () => {
      const element = await open();
      await signIn(element);
      expect(part(element, 'opener')!.textContent).to.include('มีคำตอบที่ยังไม่อ่าน 3 รายการ');
    });
  });

  it('opens the window of the knowledge bank with what it needs, and with no secret', async () => {
    const element = await open();
    await signIn(element);
    const { url } = opened[0]!;
    expect(url.origin + url.pathname).to.equal(`${api.address}/members/window`);
    expect(url.searchParams.get('origin')).to.equal(location.origin);
    const { code: given, verifier } = JSON.parse(
      sent('/members/token')[0]!.options.body as string
    ) as { code: string; verifier: string };
    expect(given).to.equal(code);
    expect(url.href).not.to.include(verifier);
    const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(verifier));
    const challenge = btoa(String.fromCharCode(...new Uint8Array(digest)))
      .replaceAll('+', '-')
      .replaceAll('/', '_')
      .replaceAll('=', '');
    expect(url.searchParams.get('challenge')).to.equal(challenge);
    expect(visibleText(element)).to.include(member.displayName);
  });

  it('listens to nobody but that window, at its origin, with its state', async () => {
    const element = await open();
    find(element, '[part=sign-in]').click();
    await until(() => opened.length > 0);
    const fake = opened[0]!;
    const state = fake.url.searchParams.get('state');
    const message = { type: 'km-member-code', code: 'X'.repeat(43), state };
    fake.post(message, 'https://evil.example');
    fake.post(message, fake.url.origin, window);
    fake.handOver({ state: 'other' });
    fake.handOver({ type: 'other' });
    fake.handOver({ code: 7 });
    fake.handOver();
    await until(() => part(element, 'opener'));
    expect(sent('/members/token').length).to.equal(1);
    expect(sent('/members/token')[0]!.options.body as string).to.include(code);
  });

  it('keeps the token out of every storage', async () => {
    const element = await open();
    await signIn(element);
    const kept = JSON.stringify([{ ...localStorage }, { ...sessionStorage }, document.cookie]);
    expect(kept).not.to.include(token);
    expect(element.outerHTML + element.shadowRoot!.innerHTML).not.to.include(token);
  });

  it('is out again when the reader closes the window', async () => {
    const element = await open();
    find(element, '[part=sign-in]').click();
    await until(() => opened.length > 0);
    opened[0]!.closed = true;
    await until(() => !(part(element, 'sign-in') as HTMLButtonElement).disabled);
    expect(part(element, 'error')).to.equal(null);
  });

  it('says so when the browser opens no window', async () => {
    window.open = () => null;
    const element = await open();
    find(element, '[part=sign-in]').click();
    await until(() => part(element, 'error'));
    expect(visibleText(element)).to.include('ปิดกั้นหน้าต่าง');
  });

  it('says so when the code is refused', async () => {
    api.answer('/members/token', () => problem(400));
    const element = await open();
    find(element, '[part=sign-in]').click();
    await until(() => opened.length > 0);
    opened[0]!.handOver();
    await until(() => part(element, 'error'));
    expect(part(element, 'sign-in')).not.to.equal(null);
  });

  it('signs out, here or everywhere, and forgets who it was', async () => {
    const element = await open();
    await signIn(element);
    part(element, 'opener')!.click();
    await element.updateComplete;
    part(element, 'sign-out')!.click();
    await until(() => part(element, 'sign-in'));
    const [request] = sent('/members/sign-out');
    expect(JSON.parse(request!.options.body as string)).to.deep.equal({ everywhere: false });
    expect(new Headers(request!.options.headers).get('authorization')).to.equal(`Bearer ${token}`);
    expect(visibleText(element)).not.to.include(member.displayName);
  });

  it('shares the reader with every element of the page, and tells the page', async () => {
    const [one, other] = [await open(), await open()];
    const told: string[] = [];
    document.addEventListener('km-member-change', (event) =>
      told.push((event as KmMemberChangeEvent).state)
    );
    await signIn(one);
    await until(() => part(other, 'opener'));
    expect(opened.length).to.equal(1);
    expect(told).to.deep.equal(['opening', 'opening', 'in', 'in']);
  });

  it('gives a token that runs out a successor, once for all who ask at once', async () => {
    api.answer('/members/token', () => tokenAnswer('2026-11-22T03:05:05.000Z'));
    api.answer('/members/token/refresh', () => tokenAnswer());
    const element = await open();
    await signIn(element);
    const session = memberSession(api.address);
    await Promise.all([session.reload(), session.reload(), session.reload()]);
    expect(sent('/members/token/refresh').length).to.equal(1);
    expect(sent('/members/me').length).to.equal(3);
  });

  it('goes by the life of a token and not by the clock of the PC', async () => {
    const element = await open();
    await signIn(element);
    const realNow = Date.now;
    Date.now = () => realNow() + 10 * 365 * 86_400_000;
    try {
      await memberSession(api.address).reload();
    } finally {
      Date.now = realNow;
    }
    expect(sent('/members/token/refresh').length).to.equal(0);
  });

  it('remembers the name when the time is over, and asks anew', async () => {
    const element = await open();
    await signIn(element);
    api.answer('/members/me', () => problem(401));
    await memberSession(api.address)
      .reload()
      .catch(() => {});
    await until(() => part(element, 'sign-in'));
    expect(visibleText(element)).to.include('เข้าสู่ระบบอีกครั้ง (สมหญิง การเงิน)');
    await signIn(element);
    expect(visibleText(element)).to.include(member.displayName);
  });

  it('shows hostile names as text', async () => {
    api.answer('/members/token', () =>
      tokenAnswer(undefined, { ...member, displayName: '<img src=x onerror=alert(1)>' })
    );
    const element = await open({ href: 'javascript:alert(1)' });
    await signIn(element);
    expect(element.shadowRoot!.querySelector('img')).to.equal(null);
    for (const link of element.shadowRoot!.querySelectorAll('a')) {
      expect(link.href).not.to.match(/^javascript:/);
    }
  });

  it('speaks English where the page does', async () => {
    document.documentElement.lang = 'en';
    const element = await open();
    await until(() => visibleText(element).includes('Sign in'));
  });

  it('shows nothing of the page’s own words once it works', async () => {
    const element = await open({}, '<a href="/x">สำรอง</a>');
    expect(visibleText(element)).not.to.include('สำรอง');
  });
});
