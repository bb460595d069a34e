import { sendKeys } from '@web/test-runner-commands';
import { expect } from 'chai';
import { expectAccessible } from '../../../test/axe.js';
import { Deferred } from '../../../test/deferred.js';
import { find, mount, reset, unmount, until, visibleText } from '../../../test/fixture.js';
import { manualItem, manualListItem } from '../../../test/fixtures/manuals.js';
import { topicTree } from '../../../test/fixtures/topics.js';
import { resourceSuite } from '../../../test/resource-suite.js';
import {
  failure,
  itemAnswer,
  listAnswer,
  scriptApi,
  unreachable,
  type ScriptedApi,
} from '../../../test/scripted-api.js';
import './manual-browser.define.js';
import type { ManualBrowserElement } from './manual-browser.js';

const [first, second] = [
  manualListItem(),
  manualListItem({ id: 'manual000000000000000002', title: 'คู่มือการปิดบัญชีประจำปี' }),
];

describe('<km-manual-browser>', () => {
  resourceSuite({
    tag: 'km-manual-browser',
    path: '/manuals',
    items: [first, second],
    title: 'title',
  });
});

describe('<km-manual-browser> and its manuals', () => {
  let api: ScriptedApi;
  const open = async (attributes: Record<string, string> = {}) => {
    const element = await mount<ManualBrowserElement>('km-manual-browser', {
      api: api.address,
      ...attributes,
    });
    return element;
  };
  const shows = (element: Element, text: string) =>
    until(() => visibleText(element).includes(text), `it shows ${text}`);
  const openList = async (attributes?: Record<string, string>) => {
    const element = await open(attributes);
    await shows(element, first.title);
    await until(() => element.shadowRoot!.querySelector('.menus'));
    return element;
  };
  const openItem = async () => {
    const element = await open({ item: first.id });
    await shows(element, 'สารบัญ');
    return element;
  };
  const focused = (element: Element) => element.shadowRoot!.activeElement as HTMLElement | null;
  const lastQuery = () =>
    api.requests.filter(({ url }) => url.pathname.endsWith('/manuals')).at(-1)!.url.searchParams;
  const menu = (element: Element, title: string) =>
    [...element.shadowRoot!.querySelectorAll<HTMLElement>('.topic')].find(
      (topic) => topic.textContent!.trim() === title
    )!;
  const select = (element: Element, index: number, value: string) => {
    const field = element.shadowRoot!.querySelectorAll('select')[index]!;
    field.value = value;
    field.dispatchEvent(new Event('change'));
  };

  beforeEach(() => {
    api = scriptApi();
    api.answer('/manuals', () => listAnswer([first, second]));
    api.answer('/topics', () => listAnswer(topicTree()));
    api.answer(`/manuals/${first.id}`, () => itemAnswer(manualItem()));
  });
  afterEach(() => {
    reset();
    api.restore();
  });

  describe('accessibility', () => {
    it('passes axe with its menus, folded and unfolded', async () => {
      const element = await openList();
      await expectAccessible(element);
      menu(element, 'ระบบงบประมาณ').click();
      await expectAccessible(element);
    });
    it('passes axe with an item, light and dark', async () => {
      const element = await openItem();
      await expectAccessible(element);
      element.theme = 'dark';
      await element.updateComplete;
      await expectAccessible(element);
    });
    it('passes axe while an item loads and when there is none', async () => {
      const answer = new Deferred<Response>();
      api.answer(`/manuals/${first.id}`, () => answer.promise);
      const element = await open({ item: first.id });
      expect(find(element, '.skeleton').childElementCount).to.be.above(0);
      await expectAccessible(element);
      answer.resolve(failure(404));
      await shows(element, 'ไม่พบเนื้อหานี้');
      await expectAccessible(element);
    });
    it('gives headings of the level the page asks for', async () => {
      const element = await openList({ 'heading-level': '2' });
      expect(find(element, '.entry h2').textContent).to.include(first.title);
      element.item = first.id;
      await shows(element, 'สารบัญ');
      expect(find(element, '[data-item] h2').textContent).to.include(first.title);
      expect(find(element, '.contents h3').textContent).to.equal('สารบัญ');
      expect(find(element, 'h3[data-anchor=transfer]').textContent).to.include('บันทึกรายการโอน');
      expect(find(element, 'h4[data-anchor=check]').textContent).to.include('ตรวจสอบ');
    });
    it('does not scroll sideways at 280 pixels with an item', async () => {
      const element = await openItem();
      element.parentElement!.style.inlineSize = '280px';
      await element.updateComplete;
      expect(find(element, '.root').scrollWidth).to.be.at.most(280);
    });
  });

  describe('menus', () => {
    it('asks for the chosen menu and marks it', async () => {
      const element = await openList();
      menu(element, 'ระบบบัญชี').click();
      await until(() => lastQuery().get('topic') === 'accounting');
      expect(menu(element, 'ระบบบัญชี').getAttribute('aria-current')).to.equal('true');
      menu(element, 'ทุกเมนู').click();
      await until(() => menu(element, 'ทุกเมนู').hasAttribute('aria-current'));
      expect(menu(element, 'ระบบบัญชี').hasAttribute('aria-current')).to.equal(false);
    });
    it('offers what is below the menu it is set to, by an earlier slug too', async () => {
      const element = await openList({ topic: 'budget' });
      expect(lastQuery().get('topic')).to.equal('budget');
      expect(menu(element, 'จัดทำงบประมาณ')).to.not.equal(undefined);
      expect(menu(element, 'ระบบบัญชี')).to.equal(undefined);
      menu(element, 'โอนและแก้ไขเปลี่ยนแปลงงบประมาณ').click();
      await until(() => lastQuery().get('topic') === 'budget-transfer');
    });
    it('is walked by arrows: down and up, open and closed', async () => {
      const element = await openList();
      element.parentElement!.style.inlineSize = '900px';
      menu(element, 'ทุกเมนู').focus();
      await sendKeys({ press: 'ArrowDown' });
      expect(focused(element)).to.equal(menu(element, 'ระบบงบประมาณ'));
      await sendKeys({ press: 'ArrowRight' });
      await sendKeys({ press: 'ArrowDown' });
      expect(focused(element)).to.equal(menu(element, 'จัดทำงบประมาณ'));
      await sendKeys({ press: 'ArrowUp' });
      await sendKeys({ press: 'ArrowLeft' });
      await sendKeys({ press: 'ArrowDown' });
      expect(focused(element)).to.equal(menu(element, 'ระบบข้อมูลรายรับ'));
      await sendKeys({ press: 'Enter' });
      await until(() => lastQuery().get('topic') === 'revenue');
      await sendKeys({ press: 'ArrowDown' });
      expect(focused(element)).to.equal(menu(element, 'รับเงินและออกใบเสร็จรับเงิน'));
    });
    it('stands behind a button where the page is narrow, which gets the focus back', async () => {
      const element = await openList();
      element.parentElement!.style.inlineSize = '360px';
      const button = find<HTMLButtonElement>(element, '.menus > .button');
      expect(button.getClientRects().length).to.equal(1);
      expect(menu(element, 'ระบบบัญชี').getClientRects().length).to.equal(0);
      button.focus();
      await sendKeys({ press: 'Enter' });
      expect(button.ariaExpanded).to.equal('true');
      menu(element, 'ระบบบัญชี').focus();
      await sendKeys({ press: 'Enter' });
      await until(() => focused(element) === button);
      expect(button.ariaExpanded).to.equal('false');
      expect(button.textContent).to.include('ระบบบัญชี');
    });
    it('is left out when the menus cannot be read; the manuals still show', async () => {
      api.answer('/topics', () => failure(404));
      const element = await open();
      await shows(element, first.title);
      expect(element.shadowRoot!.querySelector('.menus, [part=error]')).to.equal(null);
    });
  });

  describe('filters', () => {
    it('asks for what is typed, once the reader pauses', async () => {
      const element = await openList();
      const before = api.requests.length;
      find(element, 'input').focus();
      await sendKeys({ type: 'โอนงบ' });
      await until(() => lastQuery().get('q') === 'โอนงบ');
      expect(api.requests.length).to.equal(before + 1);
    });
    it('asks for a group of users and a system', async () => {
      const element = await openList();
      select(element, 0, 'province');
      await until(() => lastQuery().get('audience') === 'province');
      select(element, 1, 'newElaas');
      await until(() => lastQuery().get('appliesTo') === 'newElaas');
      select(element, 0, '');
      await element.updateComplete;
      expect(element.audience).to.equal('');
    });
    it('takes both from the page', async () => {
      await openList({ audience: 'local', 'applies-to': 'elaas' });
      expect(lastQuery().get('audience')).to.equal('local');
      expect(lastQuery().get('appliesTo')).to.equal('elaas');
    });
    it('clears everything from the empty state and keeps the focus in the field', async () => {
      api.answer('/manuals', (url) => listAnswer(url.searchParams.get('q') ? [] : [first, second]));
      const element = await openList();
      find(element, 'input').focus();
      await sendKeys({ type: 'ไม่มี' });
      await until(() => !find(element, '[part=empty]').hidden);
      find(element, '[part=empty] button').click();
      await shows(element, first.title);
      expect(find<HTMLInputElement>(element, 'input').value).to.equal('');
      expect(focused(element)).to.equal(find(element, 'input'));
    });
    it('shows the answer to the last question, whatever comes later', async () => {
      const late = new Deferred<Response>();
      api.answer('/manuals', (url) => {
        const audience = url.searchParams.get('audience');
        if (audience === 'local') return late.promise;
        return listAnswer([audience ? second : first]);
      });
      const element = await openList();
      select(element, 0, 'local');
      await element.updateComplete;
      select(element, 0, 'province');
      await shows(element, second.title);
      late.resolve(listAnswer([first]));
      await new Promise((resolve) => setTimeout(resolve, 30));
      expect(visibleText(element)).not.to.include(first.title);
    });
  });

  describe('item', () => {
    it('opens from the list with the focus on its heading, and back on its link', async () => {
      const element = await openList();
      const link = find<HTMLAnchorElement>(element, '.entry a');
      expect(link.hash).to.equal(`#km-manual=${first.id}`);
      link.focus();
      await sendKeys({ press: 'Enter' });
      await until(() => focused(element)?.matches('[data-item]'), 'the heading has the focus');
      expect(location.hash).to.equal(`#km-manual=${first.id}`);
      find(element, '[part=back]').focus();
      await sendKeys({ press: 'Enter' });
      await until(() => focused(element)?.textContent === first.title, 'the link has the focus');
      expect(location.hash).to.equal('');
    });
    it('opens by the address of the page and leaves the focus alone', async () => {
      history.replaceState(null, '', `#km-manual=${first.id}`);
      const element = await open();
      await shows(element, 'ขั้นที่ 2 อนุมัติรายการโอน');
      expect(document.activeElement).to.equal(document.body);
      expect(api.requests.some(({ url }) => url.pathname.endsWith('/manuals'))).to.equal(false);
    });
    it('says what the manual is', async () => {
      const text = visibleText(await openItem());
      for (const fact of [
        'ฉบับที่ 3.1',
        '1 มิถุนายน 2569',
        '30 กันยายน 2570',
        'e-LAAS และ New e-LAAS',
        'อปท.',
        'ข้อมูลตัวอย่าง',
        'PDF, 1.8 เมกะไบต์, 24 หน้า',
        'ฉบับก่อนหน้า',
        'เริ่มใช้ 15 พฤษภาคม 2568',
      ]) {
        expect(text).to.include(fact);
      }
    });
    it('leads from the contents to a heading and leaves the address alone', async () => {
      const element = await openItem();
      const { href } = location;
      const line = [...element.shadowRoot!.querySelectorAll<HTMLElement>('.contents a')][2]!;
      line.focus();
      await sendKeys({ press: 'Enter' });
      expect(focused(element)?.dataset.anchor).to.equal('check');
      expect(location.href).to.equal(href);
    });
    it('leads to the pages the webmaster names', async () => {
      const element = await openList({ 'item-href': 'https://example.go.th/manuals/{id}' });
      expect(find<HTMLAnchorElement>(element, '.entry a').href).to.equal(
        `https://example.go.th/manuals/${first.id}`
      );
    });
    it('leads back to the page of the list where the item has a page of its own', async () => {
      const element = await open({ item: first.id, 'item-href': '/manuals/{id}' });
      await shows(element, 'สารบัญ');
      const back = find<HTMLAnchorElement>(element, '[part=back]');
      expect(back.href).to.equal(`${location.origin}/manuals`);
    });
    it('goes back in place where the webmaster names a page of another form', async () => {
      for (const href of ['/manual?id={id}', 'javascript:alert(1)/{id}']) {
        const element = await open({ item: first.id, 'item-href': href });
        await shows(element, 'สารบัญ');
        find<HTMLButtonElement>(element, 'button[part=back]').click();
        await shows(element, second.title);
      }
    });
    it('shows no manual under the address of another', async () => {
      const answer = new Deferred<Response>();
      api.answer(`/manuals/${second.id}`, () => answer.promise);
      const element = await openItem();
      location.hash = `#km-manual=${second.id}`;
      await until(() => element.shadowRoot!.querySelector('.skeleton'));
      expect(visibleText(element)).not.to.include('สารบัญ');
      answer.resolve(itemAnswer(manualItem({ ...second, contents: [] })));
      await shows(element, second.title);
    });
    it('shows the saved manual when the API cannot be reached', async () => {
      await openItem();
      unmount();
      api.answer(`/manuals/${first.id}`, unreachable);
      const { now } = Date;
      Date.now = () => now() + 40_000;
      try {
        const element = await open({ item: first.id });
        await shows(element, 'ข้อมูล ณ 22 พ.ย. 2569');
        expect(visibleText(element)).to.include('ขั้นที่ 2 อนุมัติรายการโอน');
        await expectAccessible(element);
      } finally {
        Date.now = now;
      }
    });
    it('shows a script in its texts as text', async () => {
      const script = '<img src=x onerror="window.kmHacked=1">';
      api.answer(`/manuals/${first.id}`, () =>
        itemAnswer(
          manualItem({
            title: script,
            contents: [
              { id: script, level: 2, text: script },
              { id: 'b', level: 2, text: script },
            ],
            body: [
              { type: 'heading', level: 2, id: script, children: [{ type: 'text', text: script }] },
            ],
          })
        )
      );
      const element = await open({ item: first.id });
      await shows(element, script);
      find(element, '.contents a').click();
      expect(focused(element)?.dataset.anchor).to.equal(script);
      expect('kmHacked' in window).to.equal(false);
    });
    it('copies its address', async () => {
      const element = await openItem();
      const copied = fakeClipboard();
      find(element, '[part=copy-link]').click();
      await shows(element, 'คัดลอกแล้ว');
      expect(copied.text).to.match(new RegExp(`#km-manual=${first.id}$`));
      copied.restore();
    });
    it('prints alone and leaves the page as it was', async () => {
      const element = await openItem();
      const other = document.createElement('p');
      document.body.append(other);
      const before = document.adoptedStyleSheets.length;
      const { print } = window;
      let during: string | null = null;
      window.print = () => {
        during = other.getAttribute('data-km-print-out');
        expect(element.hasAttribute('data-km-print-out')).to.equal(false);
      };
      try {
        find(element, '[part=print]').click();
        await until(() => during !== null);
        window.dispatchEvent(new Event('afterprint'));
        expect(document.querySelector('[data-km-print-out], [data-km-print-around]')).to.equal(
          null
        );
        expect(document.adoptedStyleSheets.length).to.equal(before);
      } finally {
        window.print = print;
        other.remove();
      }
    });
    it('sends what the reader thinks of it', async () => {
      api.answer(`/manuals/${first.id}/feedback`, () =>
        Response.json({ data: { helpful: 1, notHelpful: 0 }, meta: {} }, { status: 201 })
      );
      const element = await openItem();
      [...element.shadowRoot!.querySelectorAll<HTMLElement>('.feedback button')][0]!.click();
      await shows(element, 'ขอบคุณ');
      const { options } = api.requests.at(-1)!;
      expect(JSON.parse(String(options.body))).to.deep.include({ helpful: true });
    });
    it('opens at the heading that the address of its own page names', async () => {
      history.replaceState(null, '', '#check');
      try {
        const element = await openItem();
        await until(() => focused(element)?.dataset.anchor === 'check');
      } finally {
        history.replaceState(null, '', location.pathname + location.search);
      }
    });
    it('is in English where the page is', async () => {
      document.documentElement.lang = 'en';
      const element = await open({ item: first.id });
      await shows(element, 'Contents');
      expect(visibleText(element)).to.include('Budget transfer');
      expect(visibleText(element)).to.include('1 June 2569');
    });
  });
});

/** A clipboard that remembers; the real one asks for a permission a test cannot give. */
function fakeClipboard(): { text: string; restore: () => void } {
  const clipboard = { text: '', restore: () => {} };
  const own = Object.getOwnPropertyDescriptor(navigator, 'clipboard');
  Object.defineProperty(navigator, 'clipboard', {
    configurable: true,
    value: { writeText: async (text: string) => void (clipboard.text = text) },
  });
  clipboard.restore = () => {
    if (own) Object.defineProperty(navigator, 'clipboard', own);
    else Reflect.deleteProperty(navigator, 'clipboard');
  };
  return clipboard;
}
