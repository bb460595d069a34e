import { sendKeys } from '@web/test-runner-commands';
import { expect } from 'chai';
import { expectAccessible } from '../../../test/axe.js';
import { find, mount, reset, until, visibleText } from '../../../test/fixture.js';
import { topics, update, updateItem } from '../../../test/fixtures/updates.js';
import { resourceSuite } from '../../../test/resource-suite.js';
import {
  failure,
  itemAnswer,
  listAnswer,
  scriptApi,
  type ScriptedApi,
} from '../../../test/scripted-api.js';
import './update-log.define.js';
import type { UpdateLogElement } from './update-log.js';

const pixel = 'data:image/png;base64,';
const picture = (alt: string) => ({ url: `/uploads/${alt}.png`, alt, width: 1280, height: 800 });
const shown = 'ปรับปรุงการลงชื่อเข้าใช้งาน';

describe('<km-update-log> as any element that reads', () => {
  resourceSuite({
    tag: 'km-update-log',
    path: '/updates',
    items: [update(), update({ id: 'update000000000000000002', title: shown })],
    title: 'title',
  });
});

describe('<km-update-log>', () => {
  let api: ScriptedApi;
  const open = async (attributes: Record<string, string> = {}) => {
    const element = await mount<UpdateLogElement>('km-update-log', {
      api: api.address,
      ...attributes,
    });
    await until(() => element.shadowRoot!.querySelector('[part=release], [part=error]'));
    return element;
  };
  const all = (element: Element, selector: string) => [
    ...element.shadowRoot!.querySelectorAll<HTMLElement>(selector),
  ];
  const openFilters = async (element: Element) => {
    find(element, '[part=filters]').click();
    await until(() => element.shadowRoot!.querySelector('option[value=budget]'));
  };
  const choose = (element: Element, label: string, value: string) => {
    const select = all(element, 'label')
      .find((field) => field.textContent!.includes(label))!
      .querySelector('select')!;
    select.value = value;
    select.dispatchEvent(new Event('change', { bubbles: true }));
  };
  const lastQuery = () =>
    Object.fromEntries(
      api.requests.filter(({ url }) => url.pathname.endsWith('/updates')).at(-1)!.url.searchParams
    );

  beforeEach(() => {
    api = scriptApi();
    api.answer('/updates', () => listAnswer([update()]));
    api.answer('/updates/update000000000000000001', () => itemAnswer(update()));
    api.answer('/topics', () => listAnswer(topics));
  });
  afterEach(() => {
    reset();
    api.restore();
  });

  describe('a release', () => {
    it('tells its day with weekday and year of the Buddhist era', async () => {
      const element = await open();
      expect(find(element, 'time').textContent).to.equal('วันอังคารที่ 17 พฤศจิกายน พ.ศ.\u00a02569');
      expect(find(element, 'time').getAttribute('datetime')).to.equal('2026-11-17');
    });

    it('does not make a date up', async () => {
      api.answer('/updates', () => listAnswer([update({ date: '' })]));
      expect(find(await open(), 'time').textContent).to.equal('');
    });

    it('tells each kind by word and shape', async () => {
      const element = await open();
      const kinds = all(element, '[part=kind]');
      expect(kinds.map((kind) => kind.textContent)).to.deep.equal([
        'ใหม่',
        'แก้ไข',
        'ปรับปรุง',
        'ยกเลิก',
      ]);
      const shapes = kinds.map((kind) => kind.querySelector('path')!.getAttribute('d'));
      expect(new Set(shapes).size).to.equal(4);
    });

    it('shows a kind it does not know as a change', async () => {
      api.answer('/updates', () =>
        listAnswer([update({ items: [{ ...updateItem(), kind: 'moved' as 'new' }] })])
      );
      expect(find(await open(), '[part=kind]').textContent).to.equal('ปรับปรุง');
    });

    it('leads through the menus to the change', async () => {
      const steps = all(await open(), '.change:first-child .path li');
      expect(steps.map((step) => step.textContent)).to.deep.equal(['ระบบข้อมูลรายรับ', 'ลูกหนี้ภาษี']);
    });

    it('links each change to its own manual, by name', async () => {
      const links = all(await open(), '[part=manual]') as HTMLAnchorElement[];
      expect(links.map(({ textContent }) => textContent)).to.deep.equal([
        'คู่มือการรับชำระหนี้ลูกหนี้ภาษีที่ดินและสิ่งปลูกสร้าง',
        'คู่มือการออกใบเสร็จรับเงิน',
      ]);
      expect(links[0]!.href).to.equal(`${api.address}/manuals/manual00000000000000000007`);
    });

    it('links manuals where manual-href says', async () => {
      const element = await open({ 'manual-href': 'https://town.example/guide?id={id}' });
      expect(find<HTMLAnchorElement>(element, '[part=manual]').href).to.equal(
        'https://town.example/guide?id=manual00000000000000000007'
      );
    });

    it('never links to a script', async () => {
      const element = await open({ 'manual-href': 'javascript:alert({id})' });
      expect(find(element, '[part=manual]').getAttribute('href')).to.equal('');
    });

    it('keeps its other changes when one is broken', async () => {
      api.answer('/updates', () =>
        listAnswer([{ ...update(), items: [{ kind: 'new' }, null, updateItem()] }])
      );
      expect(all(await open(), '[part=change]').length).to.equal(1);
    });

    it('shows scripts in every text as text', async () => {
      const script = '<img src=x onerror="window.kmHacked=1">';
      api.answer('/updates', () =>
        listAnswer([
          update({
            items: [
              updateItem({
                description: script,
                menuPath: [script],
                roles: [script],
                manual: { id: 'm', title: script },
              }),
            ],
          }),
        ])
      );
      const element = await open();
      expect(visibleText(element).split(script).length).to.equal(5);
      expect('kmHacked' in window).to.equal(false);
    });
  });

  describe('filters', () => {
    it('wait until a reader wants them', async () => {
      const element = await open();
      expect(find(element, '[part=filters]').ariaExpanded).to.equal('false');
      expect(api.requests.some(({ url }) => url.pathname.endsWith('/topics'))).to.equal(false);
      await openFilters(element);
      expect(find(element, '[part=filters]').ariaExpanded).to.equal('true');
      await expectAccessible(element);
    });

    it('open and choose by keyboard', async () => {
      const element = await open();
      find(element, '[part=filters]').focus();
      await sendKeys({ press: 'Enter' });
      await until(() => element.shadowRoot!.querySelector('option[value=budget]'));
      await sendKeys({ press: 'Tab' });
      await sendKeys({ press: 'ArrowDown' });
      await until(() => lastQuery().topic === 'budget');
    });

    it('offer the menus as a tree', async () => {
      const element = await open();
      await openFilters(element);
      const menus = [...find(element, 'select').querySelectorAll('option')];
      expect(
        menus.map(({ textContent }) => textContent!.replace(/[\n ]+$|^[\n ]+/g, ''))
      ).to.deep.equal([
        'ทุกเมนู',
        'ระบบงบประมาณ',
        '\u2003โอนและแก้ไขเปลี่ยนแปลงคำชี้แจงงบประมาณ',
        'ระบบข้อมูลรายรับ',
        '\u2003ใบเสร็จรับเงิน',
        '\u2003ลูกหนี้ภาษี',
      ]);
    });

    it('ask the API and show what matches, with the way to the rest', async () => {
      const element = await open();
      await openFilters(element);
      choose(element, 'ประเภท', 'fixed');
      choose(element, 'กลุ่มผู้ใช้', 'province');
      await until(() => lastQuery().kind === 'fixed' && lastQuery().audience === 'province');
      await until(() => all(element, '[part=change]').length === 1);
      expect(find(element, '.whole').textContent).to.include('4 รายการ');
      choose(element, 'ประเภท', '');
      choose(element, 'เมนู', 'revenue');
      await until(() => all(element, '[part=change]').length === 2);
      expect(lastQuery()).to.deep.equal({ topic: 'revenue', audience: 'province', pageSize: '10' });
    });

    it('offer the years there are releases in', async () => {
      api.answer('/updates', ({ searchParams }) =>
        searchParams.get('pageSize') === '1'
          ? listAnswer(
              [update({ date: searchParams.get('page') === '40' ? '2024-02-01' : '2026-11-17' })],
              40
            )
          : listAnswer([update()], 40)
      );
      const element = await open();
      await openFilters(element);
      const years = () => all(element, 'select').at(-1)!.textContent!.match(/\d{4}/g);
      await until(() => years()?.length);
      expect(years()).to.deep.equal(['2569', '2568', '2567']);
      choose(element, 'ปี พ.ศ.', '2568');
      await until(() => lastQuery().year === '2568');
    });

    it('are taken back in one step when nothing matches', async () => {
      api.answer('/updates', ({ searchParams }) =>
        listAnswer(searchParams.get('kind') ? [] : [update()])
      );
      const element = await open();
      await openFilters(element);
      choose(element, 'ประเภท', 'removed');
      await until(() => !find(element, '[part=empty]').hidden);
      await expectAccessible(element);
      find(element, '[part=empty] button').click();
      await until(() => element.shadowRoot!.querySelector('[part=release]'));
      expect(element.shadowRoot!.activeElement).to.equal(find(element, '[part=filters]'));
      expect(all(element, 'select').every((s) => !(s as HTMLSelectElement).value)).to.equal(true);
    });

    it('leave out whom the webmaster has chosen for', async () => {
      const element = await open({ audience: 'local' });
      await openFilters(element);
      expect(lastQuery().audience).to.equal('local');
      expect(visibleText(element)).not.to.include('กลุ่มผู้ใช้');
    });

    it('are left out altogether by no-filters', async () => {
      expect(all(await open({ 'no-filters': '' }), '.toolbar').length).to.equal(0);
    });

    it('show the changes of the menu a page is about', async () => {
      const element = await open({ topic: 'old-revenue', 'no-filters': '' });
      await until(() => all(element, '[part=change]').length === 2);
    });

    it('still work when the menus cannot be read', async () => {
      api.answer('/topics', () => failure(404));
      const element = await open();
      find(element, '[part=filters]').click();
      await until(() => all(element, 'select').length === 4);
      choose(element, 'ประเภท', 'new');
      await until(() => lastQuery().kind === 'new');
    });
  });

  describe('one release', () => {
    it('opens from its title, takes the focus, and gives it back', async () => {
      const element = await open();
      find(element, 'h3 a').focus();
      await sendKeys({ press: 'Enter' });
      await until(() => element.shadowRoot!.activeElement?.matches('[data-item]'));
      expect(location.hash).to.equal('#km-update=update000000000000000001');
      expect(find(element, '[data-item]').textContent).to.include('ลูกหนี้ภาษีบางส่วน');
      await expectAccessible(element);
      find(element, '[part=back]').click();
      await until(() => element.shadowRoot!.activeElement?.matches('h3 a'));
    });

    it('is the one the page names', async () => {
      const element = await open({ item: 'update000000000000000001' });
      expect(all(element, '[part=release]').length).to.equal(1);
      expect(document.activeElement).to.equal(document.body);
    });

    it('says so when it is not there any more', async () => {
      const element = await open({ item: 'update000000000000000009' });
      expect(visibleText(element)).to.include('ไม่พบเนื้อหานี้');
      await expectAccessible(element);
      find(element, '[part=back]').click();
      await until(() => element.shadowRoot!.querySelector('[part=release]'));
    });

    it('has its own heading at the level the page asks for', async () => {
      const element = await open({ item: 'update000000000000000001', 'heading-level': '2' });
      expect(find(element, '[data-item] h2').textContent).to.include('ปรับปรุงระบบข้อมูลรายรับ');
    });
  });

  describe('pictures', () => {
    const withPictures = updateItem({ before: picture('หน้าจอเดิม'), after: picture('หน้าจอใหม่') });

    beforeEach(() => {
      api.answer('/updates', () => listAnswer([update({ items: [withPictures] })]));
    });

    it('are buttons that say what they show', async () => {
      const [before, after] = all(await open(), '[part=picture]');
      expect(before!.querySelector('img')!.alt).to.equal('หน้าจอเดิม');
      expect(before!.textContent!.trim()).to.equal('ขยายภาพก่อนปรับปรุง');
      expect(after!.textContent!.trim()).to.equal('ขยายภาพหลังปรับปรุง');
    });

    it('open large, change places, and give the focus back', async () => {
      const element = await open();
      find(element, '[part=picture]').focus();
      await sendKeys({ press: 'Enter' });
      await until(() => element.shadowRoot!.querySelector('dialog[open]'));
      const dialog = find<HTMLDialogElement>(element, 'dialog');
      expect(dialog.querySelector('img')!.alt).to.equal('หน้าจอเดิม');
      await expectAccessible(element);
      await sendKeys({ press: 'Tab' });
      await sendKeys({ press: 'Enter' });
      await until(() => dialog.querySelector('img')!.alt === 'หน้าจอใหม่');
      await sendKeys({ press: 'Escape' });
      await until(() => !element.shadowRoot!.querySelector('dialog'));
      expect(element.shadowRoot!.activeElement).to.equal(find(element, '[part=picture]'));
    });

    it('close when the reader goes back', async () => {
      const element = await open();
      find(element, '[part=picture]').click();
      await until(() => element.shadowRoot!.querySelector('dialog[open]'));
      window.dispatchEvent(new PopStateEvent('popstate'));
      await until(() => !element.shadowRoot!.querySelector('dialog'));
    });

    it('are left out where their address is no picture on the web', async () => {
      api.answer('/updates', () =>
        listAnswer([
          update({
            items: [updateItem({ before: { ...picture('x'), url: `${pixel}AAAA` }, after: null })],
          }),
        ])
      );
      expect(all(await open(), '[part=picture]').length).to.equal(0);
    });
  });

  it('speaks English where the page does', async () => {
    const element = await open({ lang: 'en' });
    await until(() => visibleText(element).includes('Changed'));
    await openFilters(element);
    await until(() => visibleText(element).includes('All menus'));
    expect(find(element, 'time').textContent).to.equal('Tuesday, 17 November\u00a02569 BE');
    expect(visibleText(element)).to.include('Budget system');
  });
});
