import { expect } from 'chai';
import { LitElement } from 'lit';
import type { KmElement } from '../src/internal/km-element.js';
import { expectAccessible } from './axe.js';
import { Deferred } from './deferred.js';
import { find, mount, reset, unmount, until, visibleText } from './fixture.js';
import { failure, listAnswer, scriptApi, unreachable, type ScriptedApi } from './scripted-api.js';

const realNow = Date.now;
/** A warning comes once a page, so each test needs mistakes of its own. */
let wrong = 0;

/** What the suite needs to know of an element. */
export interface ResourceCase<Item extends { id: string }> {
  tag: string;
  /** Its list below `/api/km/v1`. */
  path: string;
  /** At least one item. */
  items: readonly [Item, ...Item[]];
  /** A field whose text the list shows. */
  title: keyof Item & string;
  /** Attributes every test sets. */
  attributes?: Record<string, string>;
  /** Its list as the API answers it. */
  answer?: (items: readonly unknown[]) => Response;
  /** An attribute that is a parameter of its list. */
  parameter?: string;
}

/** What every element that reads a list must do, in every state. */
export function resourceSuite<Item extends { id: string }>({
  tag,
  path,
  items,
  title,
  attributes = {},
  answer: answerOf = listAnswer,
  parameter = 'topic',
}: ResourceCase<Item>): void {
  let api: ScriptedApi;
  const shown = String(items[0][title]);
  const open = (more: Record<string, string> = {}, content = '') =>
    mount<KmElement>(tag, { api: api.address, ...attributes, ...more }, content);
  const untilText = (element: Element, text: string) =>
    until(() => visibleText(element).includes(text), `it shows ${text}`);
  const retry = (element: Element) => find(element, '[part=error] button, [part=offline] button');
  const renamed = (text: string) => answerOf([{ ...items[0], [title]: text }]);

  beforeEach(() => {
    api = scriptApi();
    api.answer(path, () => answerOf(items));
  });
  afterEach(() => {
    reset();
    api.restore();
    Date.now = realNow;
  });

  describe('accessibility of every state', () => {
    it('passes axe while loading', async () => {
      api.answer(path, () => new Deferred<Response>().promise);
      await expectAccessible(await open());
    });
    it('passes axe when loaded', async () => {
      const element = await open();
      await untilText(element, shown);
      await expectAccessible(element);
    });
    it('passes axe when loaded in the dark', async () => {
      const element = await open({ theme: 'dark' });
      await untilText(element, shown);
      await expectAccessible(element);
    });
    it('passes axe when empty', async () => {
      api.answer(path, () => answerOf([]));
      const element = await open();
      await until(() => !find(element, '[part=empty]').hidden);
      await expectAccessible(element);
    });
    it('passes axe when it failed', async () => {
      api.answer(path, () => failure(404));
      const element = await open();
      await until(() => element.shadowRoot!.querySelector('[part=error]'));
      await expectAccessible(element);
    });
    it('passes axe with saved content', async () => {
      await untilText(await open(), shown);
      unmount();
      api.answer(path, unreachable);
      passTime(40_000);
      const element = await open();
      await until(() => element.shadowRoot!.querySelector('[part=offline]'));
      await expectAccessible(element);
    });
    it('does not scroll sideways at 280 pixels', async () => {
      const element = await open();
      element.parentElement!.style.inlineSize = '280px';
      await untilText(element, shown);
      expect(find(element, '.root').scrollWidth).to.be.at.most(280);
    });
  });

  describe('data from the API', () => {
    it('shows a skeleton while the answer is under way, however slow', async () => {
      const answer = new Deferred<Response>();
      api.answer(path, () => answer.promise);
      const element = await open();
      expect(find(element, '.skeleton').childElementCount).to.be.above(0);
      expect(find(element, '.root').ariaBusy).to.equal('true');
      answer.resolve(answerOf(items));
      await untilText(element, shown);
      expect(find(element, '.root').ariaBusy).to.equal('false');
    });
    it('says what to do when there is nothing', async () => {
      api.answer(path, () => answerOf([]));
      const element = await open();
      await until(() => !find(element, '[part=empty]').hidden);
      expect(find(element, '[part=empty]').textContent!.trim()).not.to.equal('');
    });
    it('tells a missing thing from a broken server, without asking again', async () => {
      api.answer(path, () => failure(404));
      const element = await open();
      await untilText(element, 'ไม่พบเนื้อหานี้');
      expect(requestsOf(api, path)).to.equal(1);
    });
    it('tries a failing server three times, then offers to try again', async () => {
      api.answer(path, () => failure(500));
      const element = await open();
      await untilText(element, 'ขัดข้องชั่วคราว');
      expect(requestsOf(api, path)).to.equal(3);
      api.answer(path, () => answerOf(items));
      retry(element).click();
      await untilText(element, shown);
      expect(element.shadowRoot!.querySelector('[part=error]')).to.equal(null);
    });
    it('gives up on an answer that does not come', async () => {
      api.answer(path, () => new Deferred<Response>().promise);
      const element = await open();
      await untilText(element, 'ใช้เวลาตอบนานกว่าปกติ');
    });
    it('shows the last good answer with its time when the API cannot be reached', async () => {
      await untilText(await open(), shown);
      unmount();
      api.answer(path, unreachable);
      passTime(40_000);
      const element = await open();
      await untilText(element, 'ข้อมูล ณ 22 พ.ย. 2569');
      expect(visibleText(element)).to.include(shown);
    });
    it('shows the last good answer at once with its time, and the newest when it comes', async () => {
      await untilText(await open(), shown);
      unmount();
      const answer = new Deferred<Response>();
      api.answer(path, () => answer.promise);
      passTime(40_000);
      const element = await open();
      await untilText(element, shown);
      expect(visibleText(find(element, '[part=checking]').parentElement!)).to.include('ข้อมูล ณ 22');
      expect(find(element, '.root').ariaBusy).to.equal('true');
      answer.resolve(renamed('ข้อความล่าสุด'));
      await untilText(element, 'ข้อความล่าสุด');
      expect(element.shadowRoot!.querySelector('[part=checking], [part=offline]')).to.equal(null);
    });
    it('looks again by itself after an outage', async () => {
      api.answer(path, unreachable);
      const element = await open();
      await until(() => element.shadowRoot!.querySelector('[part=error]'));
      api.answer(path, () => answerOf(items));
      await untilText(element, shown);
    });
    it('looks again as soon as the line is back, or the page asks for it', async () => {
      const element = await open();
      await untilText(element, shown);
      api.answer(path, () => renamed('หลังเน็ตกลับมา'));
      window.dispatchEvent(new Event('online'));
      await untilText(element, 'หลังเน็ตกลับมา');
      api.answer(path, () => renamed('หลังสั่งอ่านใหม่'));
      document.dispatchEvent(new Event('km-refresh'));
      await untilText(element, 'หลังสั่งอ่านใหม่');
    });
    it('keeps what is on screen when reading it again fails', async () => {
      const element = await open();
      await untilText(element, shown);
      localStorage.clear();
      api.answer(path, () => failure(500));
      comeBackAfter(40_000);
      await until(() => element.shadowRoot!.querySelector('[part=error]'));
      expect(visibleText(element)).to.include(shown);
    });
    it('reads again when its tab comes back', async () => {
      const element = await open();
      await untilText(element, shown);
      api.answer(path, () => renamed('ข้อความใหม่'));
      comeBackAfter(40_000);
      await untilText(element, 'ข้อความใหม่');
    });
    it('ignores an answer that comes too late', async () => {
      const late = new Deferred<Response>();
      api.answer(path, (url) =>
        url.searchParams.get(parameter) === 'old' ? late.promise : renamed('คำตอบของเมนูใหม่')
      );
      const element = await open({ [parameter]: 'old' });
      element.setAttribute(parameter, 'new');
      await untilText(element, 'คำตอบของเมนูใหม่');
      late.resolve(renamed('คำตอบที่มาช้า'));
      await later();
      expect(visibleText(element)).to.include('คำตอบของเมนูใหม่');
      expect(visibleText(element)).not.to.include('คำตอบที่มาช้า');
    });
    it('stops asking when it leaves the page, and asks again when it returns', async () => {
      api.answer(path, () => new Deferred<Response>().promise);
      const element = await open();
      const parent = element.parentElement!;
      await until(() => requestsOf(api, path) === 1);
      element.remove();
      const aborted = () =>
        api.requests.find(({ url }) => url.pathname.endsWith(path))!.options.signal!.aborted;
      await until(aborted, 'the request is aborted');
      api.answer(path, () => answerOf(items));
      parent.append(element);
      await untilText(element, shown);
    });
    it('leaves a broken item out and shows the rest', async () => {
      api.answer(path, () => answerOf([null, { id: 7 }, 'x', items[0]]));
      await untilText(await open(), shown);
    });
    it('takes an answer that is not ours for a failure', async () => {
      api.answer(path, () => new Response('<html>login</html>'));
      await untilText(await open(), 'ไม่สมบูรณ์');
    });
    it('shows a script in a text as text', async () => {
      const script = '<img src=x onerror="window.kmHacked=1"><script>window.kmHacked=1</script>';
      api.answer(path, () => renamed(script));
      const element = await open();
      await untilText(element, '<script>');
      expect('kmHacked' in window).to.equal(false);
    });
    it('asks once for two of its kind', async () => {
      const [one, other] = [await open(), await open()];
      await untilText(one, shown);
      await untilText(other, shown);
      expect(requestsOf(api, path)).to.equal(1);
    });
    it('sends no cookies and no headers of its own', async () => {
      await untilText(await open(), shown);
      const { options } = api.requests[0]!;
      expect(options.credentials).to.equal('omit');
      expect(options.headers).to.equal(undefined);
      expect(options.cache).to.equal('no-cache');
    });
  });

  describe('as a guest of the page', () => {
    it('shows what the page wrote inside the tag until there is data', async () => {
      const answer = new Deferred<Response>();
      api.answer(path, () => answer.promise);
      const element = await open({}, '<p>เนื้อหาสำรอง</p>');
      expect(visibleText(element)).to.include('เนื้อหาสำรอง');
      answer.resolve(answerOf(items));
      await untilText(element, shown);
      expect(visibleText(element)).not.to.include('เนื้อหาสำรอง');
    });
    it('may be defined twice', async () => {
      const { defineElement } = await import('../src/internal/define.js');
      expect(() => defineElement(tag, class extends LitElement {})).not.to.throw();
    });
    it('carries its version', async () => {
      expect((await open()).dataset.kmVersion).to.match(/^\d+\.\d+\.\d+$/);
    });
    it('follows the language of the page and its own', async () => {
      const element = await open();
      await untilText(element, shown);
      expect(find(element, '.root').lang).to.equal('th');
      document.documentElement.lang = 'en';
      await until(() => find(element, '.root').lang === 'en');
      element.lang = 'th';
      await until(() => find(element, '.root').lang === 'th');
    });
    it('is not changed by the styles of the page, nor changes them', async () => {
      const style = document.createElement('style');
      style.textContent = `* { letter-spacing: 9px; color: rgb(255, 0, 0); text-transform: uppercase; border: 5px solid }
        .root, .button, h3 { display: none; }`;
      document.head.append(style);
      const outside = document.createElement('button');
      outside.className = 'button chip notice';
      document.body.append(outside);
      try {
        const element = await open();
        await untilText(element, shown);
        const inner = getComputedStyle(find(element, '.root'));
        expect(inner.letterSpacing).to.equal('normal');
        expect(inner.textTransform).to.equal('none');
        expect(inner.color).to.equal('rgb(23, 32, 46)');
        expect(inner.display).to.equal('block');
        style.remove();
        expect(getComputedStyle(outside).fontWeight).to.equal('400');
        expect(getComputedStyle(outside).minBlockSize).to.equal('0px');
      } finally {
        style.remove();
        outside.remove();
      }
    });
    it('uses neither style attributes nor style tags', async () => {
      const element = await open();
      await untilText(element, shown);
      expect(element.shadowRoot!.querySelector('style, [style]')).to.equal(null);
    });
    it('warns once of a wrong attribute and goes on', async () => {
      const warnings: string[] = [];
      const { warn } = console;
      console.warn = (message: string) => void warnings.push(message);
      try {
        const element = await open({
          theme: `pink-${wrong++}`,
          limit: `-${wrong}`,
          lang: `x${wrong}`,
        });
        await untilText(element, shown);
        expect(warnings.join('\n')).to.include('light, dark, auto');
        expect(warnings.join('\n')).to.include('th, en');
        expect(warnings.join('\n')).to.include('from 1 to 100');
      } finally {
        console.warn = warn;
      }
    });
  });
}

const requestsOf = (api: ScriptedApi, path: string) =>
  api.requests.filter(({ url }) => url.pathname === `/api/km/v1${path}`).length;

/** Lets everything under way come to rest. */
const later = () => new Promise((resolve) => setTimeout(resolve, 30));

/** Moves the clock on; answers the page shares among its elements are then too old. */
function passTime(milliseconds: number): void {
  Date.now = () => realNow() + milliseconds;
}

/** The tab is hidden and shown again after a while. */
function comeBackAfter(milliseconds: number): void {
  passTime(milliseconds);
  document.dispatchEvent(new Event('visibilitychange'));
}
