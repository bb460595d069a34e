import { emulateMedia, sendKeys } from '@web/test-runner-commands';
import { expect } from 'chai';
import { expectAccessible } from '../../../test/axe.js';
import { Deferred } from '../../../test/deferred.js';
import { find, mount, reset, until, visibleText } from '../../../test/fixture.js';
import {
  pdfHit,
  searchAnswer,
  searchHit,
  suggestAnswer,
  suggestion,
} from '../../../test/fixtures/search.js';
import { failure, scriptApi, unreachable, type ScriptedApi } from '../../../test/scripted-api.js';
import './search-box.define.js';
import type { KmSearchEvent, KmSearchOpenEvent, SearchBoxElement } from './search-box.js';

const query = suggestion({ kind: 'query', text: 'โอนงบประมาณข้ามหมวด', url: null, service: null });
const script = '<img src=x onerror="window.kmHacked=1"><script>window.kmHacked=1</script>';

/** Address of the test's page, which the runner needs as it is. */
const page = location.href;

describe('<km-search-box>', () => {
  let api: ScriptedApi;
  /** Where the element would have led; each test stays on its page. */
  let opened: string[];

  const open = (attributes: Record<string, string> = {}, content = '') =>
    mount<SearchBoxElement>('km-search-box', { api: api.address, ...attributes }, content);
  const shows = (element: Element, text: string) =>
    until(() => visibleText(element).includes(text), `it shows ${text}`);
  const field = (element: Element) => find<HTMLInputElement>(element, '[part=field]');
  const options = (element: Element) => [
    ...element.shadowRoot!.querySelectorAll<HTMLElement>('[role=option]'),
  ];
  const isOpen = (element: Element) => !find(element, '[part=popup]').hidden;
  const active = (element: Element) =>
    options(element).findIndex(({ ariaSelected }) => ariaSelected === 'true');
  const queries = (path: string) =>
    api.requests
      .filter(({ url }) => url.pathname === `/api/km/v1${path}`)
      .map(({ url }) => url.searchParams);
  const type = async (element: SearchBoxElement, text: string) => {
    field(element).focus();
    await sendKeys({ type: text });
  };
  const typeAndWait = async (text = 'โอน', attributes?: Record<string, string>) => {
    const element = await open(attributes);
    await type(element, text);
    await until(() => isOpen(element), 'suggestions are shown');
    return element;
  };
  const press = (...keys: string[]) =>
    keys.reduce(
      (before, key) => before.then(() => sendKeys({ press: key })),
      Promise.resolve()
    ) as Promise<void>;
  const search = async (attributes: Record<string, string> = {}, q = 'โอนงบประมาณ') => {
    const element = await open(attributes);
    element.search(q);
    await until(() => element.shadowRoot!.querySelector('[data-list] li'), 'hits are shown');
    return element;
  };
  const paste = (element: SearchBoxElement, text: string) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', text);
    const event = new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true });
    field(element).focus();
    field(element).dispatchEvent(event);
  };
  const keepPage = (event: Event) => {
    opened.push((event as KmSearchOpenEvent).url);
    event.preventDefault();
  };

  beforeEach(() => {
    api = scriptApi();
    api.answer('/search', () => searchAnswer());
    api.answer('/search/suggest', () => suggestAnswer([suggestion(), query]));
    api.answer('/search/clicks', () => Response.json({ data: { recorded: true }, meta: {} }));
    opened = [];
    document.addEventListener('km-search-open', keepPage);
  });
  afterEach(async () => {
    document.removeEventListener('km-search-open', keepPage);
    reset();
    history.replaceState(null, '', page);
    api.restore();
    await emulateMedia({ forcedColors: 'none' as 'active' });
  });

  describe('accessibility of every state', () => {
    for (const theme of ['light', 'dark']) {
      it(`passes axe with nothing typed, ${theme}`, async () => {
        await expectAccessible(await open({ theme }));
      });
      it(`passes axe with suggestions, one of them active, ${theme}`, async () => {
        const element = await typeAndWait('โอน', { theme });
        await press('ArrowDown');
        await expectAccessible(element);
      });
      it(`passes axe with results, ${theme}`, async () => {
        await expectAccessible(await search({ theme }));
      });
    }
    it('passes axe with recent searches', async () => {
      localStorage.setItem('km-recent-searches', '["ว 5912","ฎีกา"]');
      const element = await open();
      field(element).click();
      await until(() => isOpen(element));
      await expectAccessible(element);
    });
    it('passes axe with a pasted message', async () => {
      const element = await open();
      paste(element, 'ไม่สามารถบันทึกได้\nกรุณาตรวจสอบยอดคงเหลือ');
      await until(() => field(element).localName === 'textarea');
      await expectAccessible(element);
    });
    it('passes axe while searching', async () => {
      api.answer('/search', () => new Deferred<Response>().promise);
      const element = await open();
      element.search('โอน');
      await until(() => element.shadowRoot!.querySelector('.skeleton'));
      await expectAccessible(element);
    });
    it('passes axe with a correction', async () => {
      const correction = { kind: 'keyboard', typed: 'l;ylfu', used: 'สวัสดี' } as const;
      api.answer('/search', () => searchAnswer(undefined, { correction }));
      await expectAccessible(await search());
    });
    it('passes axe when nothing was found', async () => {
      api.answer('/search', () => searchAnswer([]));
      const element = await open();
      element.search('ไม่มี');
      await shows(element, 'ไม่พบผลลัพธ์');
      await expectAccessible(element);
    });
    it('passes axe when the search failed', async () => {
      api.answer('/search', () => failure(429));
      const element = await open();
      element.search('โอน');
      await until(() => element.shadowRoot!.querySelector('[part=error]'));
      await expectAccessible(element);
    });
    it('is a combobox by name, with its list and its active line', async () => {
      const element = await typeAndWait();
      const input = field(element);
      expect(input.role).to.equal('combobox');
      expect(input.ariaLabel).to.include('เลขที่หนังสือ');
      expect(input.ariaExpanded).to.equal('true');
      expect(find(element, `#${input.getAttribute('aria-controls')}`).role).to.equal('listbox');
      expect(input.getAttribute('aria-activedescendant')).to.equal(null);
      await press('ArrowDown');
      const id = input.getAttribute('aria-activedescendant');
      expect(find(element, `#${id}`).ariaSelected).to.equal('true');
    });
    it('tells how many suggestions there are', async () => {
      await shows(await typeAndWait(), 'มี 2 คำแนะนำ');
    });
    it('does not scroll sideways at 280 pixels, open or with results', async () => {
      const element = await search();
      element.parentElement!.style.inlineSize = '280px';
      expect(find(element, '.root').scrollWidth).to.be.at.most(280);
      await type(element, 'โอน');
      await until(() => isOpen(element));
      expect(find(element, '.root').scrollWidth).to.be.at.most(280);
      expect(find(element, '[part=popup]').getBoundingClientRect().width).to.be.at.most(280);
    });
    it('shows the active line in forced colours', async () => {
      await emulateMedia({ forcedColors: 'active' });
      const element = await typeAndWait();
      await press('ArrowDown');
      const [one, other] = options(element);
      expect(getComputedStyle(one!).backgroundColor).not.to.equal(
        getComputedStyle(other!).backgroundColor
      );
    });
    it('moves nothing', async () => {
      const element = await search();
      const moving = [...element.shadowRoot!.querySelectorAll('*')].filter((part) => {
        const { animationName, transitionDuration } = getComputedStyle(part);
        return animationName !== 'none' || transitionDuration !== '0s';
      });
      expect(moving).to.deep.equal([]);
    });
    it('has targets as large as a finger', async () => {
      const element = await search();
      for (const button of element.shadowRoot!.querySelectorAll('button:not([hidden]), select')) {
        expect(button.getBoundingClientRect().height, button.outerHTML).to.be.at.least(43.9);
      }
    });
  });

  describe('the keyboard', () => {
    it('walks the lines and comes back to the field at both ends', async () => {
      const element = await typeAndWait();
      const walk = async (key: string) => {
        await press(key);
        await element.updateComplete;
        return active(element);
      };
      expect(await walk('ArrowDown')).to.equal(0);
      expect(await walk('ArrowDown')).to.equal(1);
      expect(await walk('ArrowDown')).to.equal(-1);
      expect(await walk('ArrowUp')).to.equal(1);
      expect(await walk('Home')).to.equal(-1);
      expect(field(element).selectionStart).to.equal(0);
      expect(await walk('ArrowUp')).to.equal(1);
      expect(await walk('End')).to.equal(-1);
      expect(field(element).selectionStart).to.equal(3);
      expect(field(element).value).to.equal('โอน');
    });
    it('opens a suggestion with Enter', async () => {
      await typeAndWait();
      await press('ArrowDown', 'Enter');
      expect(opened).to.deep.equal([`${api.address}/manuals/manual0000000000000000001`]);
    });
    it('searches for a suggested query with Enter', async () => {
      const element = await typeAndWait();
      await press('ArrowDown', 'ArrowDown', 'Enter');
      await shows(element, 'สำหรับ “โอนงบประมาณข้ามหมวด”');
      expect(field(element).value).to.equal('โอนงบประมาณข้ามหมวด');
      expect(isOpen(element)).to.equal(false);
    });
    it('searches for what was typed with Enter, the focus stays', async () => {
      const element = await typeAndWait();
      await press('Enter');
      await shows(element, 'พบ 2 รายการ สำหรับ “โอน”');
      expect(element.shadowRoot!.activeElement).to.equal(field(element));
    });
    it('closes the lines with Escape, then empties the field', async () => {
      const element = await typeAndWait();
      await press('Escape');
      await element.updateComplete;
      expect(isOpen(element)).to.equal(false);
      expect(field(element).value).to.equal('โอน');
      await press('Escape');
      await element.updateComplete;
      expect(field(element).value).to.equal('');
    });
    it('opens and closes the lines with Alt and an arrow', async () => {
      const element = await typeAndWait();
      await sendKeys({ down: 'Alt' });
      await press('ArrowUp');
      await element.updateComplete;
      expect(isOpen(element)).to.equal(false);
      await press('ArrowDown');
      await sendKeys({ up: 'Alt' });
      await element.updateComplete;
      expect(isOpen(element)).to.equal(true);
      expect(active(element)).to.equal(-1);
    });
    it('leaves with Tab, which closes the lines', async () => {
      const element = await typeAndWait();
      await press('Tab', 'Tab');
      await element.updateComplete;
      expect(element.shadowRoot!.activeElement).to.equal(find(element, '[part=submit]'));
      expect(isOpen(element)).to.equal(false);
    });
    it('reaches every control of the results in the order they are seen', async () => {
      const element = await search();
      field(element).focus();
      const seen: string[] = [];
      for (let step = 0; step < 14; step++) {
        await press('Tab');
        const at = element.shadowRoot!.activeElement;
        seen.push(at?.getAttribute('part') ?? at?.textContent?.trim() ?? '');
      }
      expect(seen).to.deep.equal([
        ...['clear', 'submit', 'copy-link', 'close', 'facet', 'facet', 'facet'],
        ...['filter', 'filter', 'filter'],
        ...['การโอนงบประมาณรายจ่าย', 'ซักซ้อมแนวทางการโอนงบประมาณ', 'file', ''],
      ]);
    });
    it('does not take a letter that is still being composed', async () => {
      const element = await typeAndWait();
      const enter = { key: 'Enter', isComposing: true, bubbles: true, cancelable: true };
      await press('ArrowDown');
      field(element).dispatchEvent(new KeyboardEvent('keydown', enter));
      expect(opened).to.deep.equal([]);
    });
  });

  describe('suggestions', () => {
    it('are asked for once the reader pauses, within the service the page names', async () => {
      await typeAndWait('โอนงบ', { in: 'law' });
      const asked = queries('/search/suggest');
      expect(asked.length).to.be.below(5);
      expect(asked.at(-1)!.toString()).to.equal(
        new URLSearchParams({ q: 'โอนงบ', in: 'law' }).toString()
      );
    });
    it('mark what was typed, and name the service', async () => {
      const element = await typeAndWait();
      expect(options(element)[0]!.querySelector('mark')!.textContent).to.equal('โอน');
      expect(options(element)[0]!.textContent).to.include('คู่มือ');
    });
    it('open by a click, which keeps the focus in the field', async () => {
      const element = await typeAndWait();
      options(element)[0]!.click();
      expect(opened).to.have.length(1);
      expect(element.shadowRoot!.activeElement).to.equal(field(element));
    });
    it('that come too late are never shown', async () => {
      const late = new Deferred<Response>();
      api.answer('/search/suggest', (url) =>
        url.searchParams.get('q') === 'โ'
          ? late.promise
          : suggestAnswer([suggestion({ text: 'คำตอบของคำที่พิมพ์อยู่' })])
      );
      const element = await open();
      await type(element, 'โ');
      await until(() => queries('/search/suggest').length === 1);
      await type(element, 'อน');
      await shows(element, 'คำตอบของคำที่พิมพ์อยู่');
      late.resolve(suggestAnswer([suggestion({ text: 'คำตอบที่มาช้า' })]));
      await new Promise((resolve) => setTimeout(resolve, 40));
      expect(visibleText(element)).not.to.include('คำตอบที่มาช้า');
      const first = api.requests.find(({ url }) => url.searchParams.get('q') === 'โ')!;
      expect(first.options.signal!.aborted).to.equal(true);
    });
    it('known already are not asked for again', async () => {
      const element = await typeAndWait('โอน');
      await type(element, 'ก');
      await until(() => queries('/search/suggest').length === 2);
      await press('Backspace');
      await until(() => isOpen(element));
      expect(queries('/search/suggest')).to.have.length(2);
    });
    it('that fail leave a field that searches', async () => {
      api.answer('/search/suggest', unreachable);
      const element = await open();
      await type(element, 'โอน');
      await press('Enter');
      await shows(element, 'พบ 2 รายการ');
    });
    it('that are not ours are left out', async () => {
      api.answer('/search/suggest', () => suggestAnswer([null, 7, { text: 1 }, suggestion()]));
      expect(options(await typeAndWait())).to.have.length(1);
    });
    it('lead nowhere a script would run', async () => {
      const hostile = suggestion({ url: 'javascript:window.kmHacked=1', text: 'อันตราย' });
      api.answer('/search/suggest', () => suggestAnswer([hostile]));
      const element = await typeAndWait();
      options(element)[0]!.click();
      await shows(element, 'สำหรับ “อันตราย”');
      expect(opened).to.deep.equal([]);
      expect('kmHacked' in window).to.equal(false);
    });
    it('say for which words they are when a keyboard was set wrongly', async () => {
      const correction = { kind: 'keyboard', typed: 'l;ylfu', used: 'สวัสดี' } as const;
      api.answer('/search/suggest', () => suggestAnswer([suggestion()], correction));
      await shows(await typeAndWait('l;ylfu'), 'คำแนะนำสำหรับ “สวัสดี”');
    });
    it('in the page itself open there', async () => {
      const library = document.createElement('km-manual-browser');
      document.body.append(library);
      try {
        await typeAndWait();
        await press('ArrowDown', 'Enter');
        expect(opened[0]).to.equal(
          `${location.href.split('#')[0]}#km-manual=manual0000000000000000001`
        );
      } finally {
        library.remove();
      }
    });
  });

  describe('recent searches', () => {
    const recent = () => JSON.parse(localStorage.getItem('km-recent-searches') ?? '[]') as string[];
    it('are kept on the device, the latest first, and never sent', async () => {
      const element = await search({}, 'ฎีกา');
      element.search('ว 5912');
      element.search('ฎีกา');
      expect(recent()).to.deep.equal(['ฎีกา', 'ว 5912']);
      const sent = api.requests.map(({ url, options: { body } }) => `${url} ${String(body)}`);
      expect(sent.filter((text) => text.includes('ฎีกา') && text.includes('5912'))).to.deep.equal(
        []
      );
    });
    it('are offered in the empty field and searched for again', async () => {
      localStorage.setItem('km-recent-searches', '["ว 5912"]');
      const element = await open();
      field(element).focus();
      await press('ArrowDown', 'Enter');
      await shows(element, 'สำหรับ “ว 5912”');
    });
    it('are forgotten at a press, the focus stays in the field', async () => {
      localStorage.setItem('km-recent-searches', '["ว 5912"]');
      const element = await open();
      field(element).click();
      field(element).focus();
      await until(() => isOpen(element));
      await press('Tab');
      expect(element.shadowRoot!.activeElement).to.equal(find(element, '[part=clear-recent]'));
      await press('Enter');
      expect(recent()).to.deep.equal([]);
      expect(isOpen(element)).to.equal(false);
      expect(element.shadowRoot!.activeElement).to.equal(field(element));
    });
    it('hold nothing that may belong to a person, nor what is long', async () => {
      const element = await open();
      for (const q of [
        '1 2345 67890 12 3',
        'somchai@example.com',
        '081-234-5678',
        'ก'.repeat(101),
      ]) {
        element.search(q);
      }
      expect(recent()).to.deep.equal([]);
    });
    it('are not kept where the page says so', async () => {
      await search({ 'no-recent': '' });
      expect(recent()).to.deep.equal([]);
    });
    it('that are spoilt do no harm', async () => {
      localStorage.setItem('km-recent-searches', '{"a":1}');
      const element = await open();
      field(element).click();
      await element.updateComplete;
      expect(isOpen(element)).to.equal(false);
    });
  });

  describe('a pasted message', () => {
    const message = 'ไม่สามารถบันทึกได้\r\nกรุณาตรวจสอบ\r\nรหัส 102\r\n';
    it('keeps its lines and is searched for as it is', async () => {
      const element = await open();
      paste(element, message);
      await until(() => field(element).localName === 'textarea');
      expect(field(element).value).to.equal('ไม่สามารถบันทึกได้\nกรุณาตรวจสอบ\nรหัส 102');
      expect(element.shadowRoot!.activeElement).to.equal(field(element));
      await press('Enter');
      await shows(element, 'พบ 2 รายการ');
      expect(queries('/search')[0]!.get('q')).to.equal('ไม่สามารถบันทึกได้\nกรุณาตรวจสอบ\nรหัส 102');
    });
    it('takes a new line with Shift and Enter', async () => {
      const element = await open();
      paste(element, 'ก\nข');
      await until(() => field(element).localName === 'textarea');
      await sendKeys({ down: 'Shift' });
      await press('Enter');
      await sendKeys({ up: 'Shift' });
      expect(field(element).value).to.equal('ก\nข\n');
      expect(queries('/search')).to.have.length(0);
    });
    it('gives the single line back once the field is empty', async () => {
      const element = await open();
      paste(element, 'ก\nข');
      await until(() => field(element).localName === 'textarea');
      await press('Escape');
      await until(() => field(element).localName === 'input');
      expect(element.shadowRoot!.activeElement).to.equal(field(element));
    });
    it('of one line stays in the single line', async () => {
      const element = await open();
      paste(element, 'บรรทัดเดียว\n');
      await element.updateComplete;
      expect(field(element).localName).to.equal('input');
    });
    it('is cut where the API takes no more', async () => {
      const element = await open();
      element.search('ก'.repeat(5000));
      await until(() => queries('/search').length === 1);
      expect(queries('/search')[0]!.get('q')).to.have.length(1000);
    });
  });

  describe('results', () => {
    it('name service, title, section, words, day and menu', async () => {
      const element = await search();
      const text = visibleText(element);
      for (const part of ['คู่มือ', 'ในหัวข้อ ขั้นตอนการโอน', '1 ตุลาคม 2569', 'ระบบงบประมาณ']) {
        expect(text).to.include(part);
      }
      const marks = [...element.shadowRoot!.querySelectorAll('.lead mark')];
      expect(marks[0]!.textContent).to.equal('โอนงบประมาณ');
    });
    it('open a PDF at its page', async () => {
      const element = await search();
      const link = find<HTMLAnchorElement>(element, '[part=file]');
      expect(link.href).to.equal(`${api.address}/uploads/w5912.pdf#page=12`);
      expect(link.textContent).to.match(/เปิดที่หน้า 12\s+ว 5912\.pdf/);
    });
    it('open a file without pages as it is', async () => {
      const file = { name: 'แบบ.docx', kind: 'DOCX', url: '/uploads/a.docx', page: null };
      api.answer('/search', () => searchAnswer([pdfHit({ file })]));
      const link = find<HTMLAnchorElement>(await search(), '[part=file]');
      expect(link.href).to.equal(`${api.address}/uploads/a.docx`);
      expect(link.textContent).to.include('(DOCX)');
    });
    it('say of a repealed letter that it is', async () => {
      const element = await search();
      expect(find(element, '[part=status]').textContent).to.include('ยกเลิก');
      expect(visibleText(element)).to.include('ฉบับนี้ถูกยกเลิกแล้ว');
    });
    it('say why a letter or a message stands first', async () => {
      const hits = [pdfHit({ match: 'letterNumber' }), searchHit({ match: 'errorMessage' })];
      api.answer('/search', () => searchAnswer(hits));
      const text = visibleText(await search());
      expect(text).to.include('ตรงกับเลขที่หนังสือ');
      expect(text).to.include('ตรงกับข้อความที่ระบบแจ้ง');
    });
    it('say of invented content that it is', async () => {
      api.answer('/search', () => searchAnswer([searchHit({ sample: true })]));
      expect(visibleText(await search())).to.include('ข้อมูลตัวอย่าง');
    });
    it('are narrowed by service, menu, readers and year', async () => {
      const element = await search();
      const choose = async (index: number, value: string) => {
        const select = element.shadowRoot!.querySelectorAll('select')[index]!;
        select.value = value;
        select.dispatchEvent(new Event('change'));
        await element.updateComplete;
      };
      find(element, '[part=facet]:nth-of-type(3)').click();
      await choose(0, 'budget');
      await choose(1, 'province');
      await choose(2, '2561');
      await until(() => queries('/search').at(-1)!.get('year') === '2561');
      expect(Object.fromEntries(queries('/search').at(-1)!)).to.deep.equal({
        q: 'โอนงบประมาณ',
        in: 'law',
        topic: 'budget',
        audience: 'province',
        year: '2561',
        pageSize: '10',
      });
      expect(find(element, '[part=facet][aria-pressed=true]').textContent).to.include('กฎหมาย');
    });
    it('show how many there are of each', async () => {
      const element = await search();
      expect(find(element, '[part=facet]:nth-of-type(2)').textContent).to.match(/คู่มือ\s*1/);
      expect(find(element, 'option:nth-of-type(2)').textContent).to.equal('ระบบงบประมาณ (1)');
    });
    it('stay within what the page asks for', async () => {
      await search({ in: 'law', topic: 'budget', audience: 'local' });
      const asked = queries('/search')[0]!;
      expect(['in', 'topic', 'audience'].map((name) => asked.get(name))).to.deep.equal([
        'law',
        'budget',
        'local',
      ]);
    });
    it('say what was looked for instead, and look for what was typed when asked', async () => {
      const correction = { kind: 'keyboard', typed: 'l;ylfu', used: 'สวัสดี' } as const;
      api.answer('/search', (url) =>
        searchAnswer(undefined, {
          correction: url.searchParams.has('verbatim') ? null : correction,
        })
      );
      const element = await search({}, 'l;ylfu');
      expect(visibleText(element)).to.include('แสดงผลสำหรับ “สวัสดี”');
      const button = find(element, '[part=verbatim]');
      expect(button.textContent).to.include('ค้นหา “l;ylfu” ตามที่พิมพ์แทน');
      button.click();
      await until(() => !element.shadowRoot!.querySelector('[part=correction]'));
      expect(queries('/search').at(-1)!.get('verbatim')).to.equal('true');
    });
    it('grow by a page', async () => {
      api.answer('/search', (url) =>
        url.searchParams.get('page') === '2'
          ? searchAnswer([searchHit({ id: 'x2', title: { text: 'หน้าสอง', marks: [] } })], {
              total: 3,
            })
          : searchAnswer(undefined, { total: 3 })
      );
      const element = await search();
      find(element, '[part=more]').click();
      await shows(element, 'หน้าสอง');
      expect(visibleText(element)).to.include('แสดง 3 จากทั้งหมด 3 รายการ');
    });
    it('say what to try when there are none', async () => {
      api.answer('/search', () => searchAnswer([]));
      const element = await open();
      element.search('ไม่มีคำนี้');
      await shows(element, 'ไม่พบผลลัพธ์สำหรับ “ไม่มีคำนี้”');
      expect(visibleText(element)).to.include('เลขที่หนังสือ เช่น ว 5912');
      expect(find(element, '[data-list]').hidden).to.equal(true);
    });
    it('offer to take filters back when those leave none', async () => {
      api.answer('/search', (url) => searchAnswer(url.searchParams.has('in') ? [] : undefined));
      const element = await search();
      find(element, '[part=facet]:nth-of-type(2)').click();
      await shows(element, 'ไม่พบผลลัพธ์');
      find(element, '[part=empty] button').click();
      await shows(element, 'พบ 2 รายการ');
    });
    it('that come too late never replace newer ones', async () => {
      const late = new Deferred<Response>();
      api.answer('/search', (url) =>
        url.searchParams.get('q') === 'เก่า'
          ? late.promise
          : searchAnswer([searchHit({ title: { text: 'คำตอบใหม่', marks: [] } })])
      );
      const element = await open();
      element.search('เก่า');
      await until(() => queries('/search').length === 1);
      element.search('ใหม่');
      await shows(element, 'คำตอบใหม่');
      late.resolve(searchAnswer([searchHit({ title: { text: 'คำตอบที่มาช้า', marks: [] } })]));
      await new Promise((resolve) => setTimeout(resolve, 40));
      expect(visibleText(element)).not.to.include('คำตอบที่มาช้า');
    });
    it('that fail say so and are tried again', async () => {
      api.answer('/search', unreachable);
      const element = await open();
      element.search('โอน');
      await until(() => element.shadowRoot!.querySelector('[part=error] button'));
      expect(visibleText(element)).to.include('ติดต่อระบบคลังความรู้ไม่ได้');
      api.answer('/search', () => searchAnswer());
      find(element, '[part=error] button').click();
      await shows(element, 'พบ 2 รายการ');
    });
    it('survive an answer without facets and with broken hits', async () => {
      const data = [
        null,
        { id: 1 },
        searchHit({ title: { text: 'สั้น', marks: [[2, 900], 'x'] as never } }),
      ];
      const meta = { page: 1, pageSize: 10, total: 1, asOf: '2026-11-22T03:04:05.000Z' };
      api.answer('/search', () => Response.json({ data, meta }));
      const element = await search();
      await shows(element, 'สั้น');
      expect(element.shadowRoot!.querySelectorAll('[data-list] li')).to.have.length(1);
    });
    it('show a script as text, typed or found', async () => {
      api.answer('/search', () =>
        searchAnswer([
          searchHit({
            title: { text: script, marks: [[0, 4]] },
            snippet: { text: script, marks: [[4, 40]] },
            section: script,
          }),
        ])
      );
      const element = await search({}, script);
      expect(visibleText(element)).to.include('<script>');
      expect(element.shadowRoot!.querySelector('img, script')).to.equal(null);
      expect('kmHacked' in window).to.equal(false);
    });
    it('are put away again, the focus goes back to the field', async () => {
      const element = await search();
      find(element, '[part=close]').click();
      await element.updateComplete;
      expect(element.shadowRoot!.querySelector('[part=results]')).to.equal(null);
      expect(element.shadowRoot!.activeElement).to.equal(field(element));
      expect(field(element).value).to.equal('');
    });
    it('are not kept in the browser', async () => {
      await search({}, 'ค้นลับ');
      const kept = Object.keys(localStorage).filter((name) => name !== 'km-recent-searches');
      expect(kept).to.deep.equal([]);
    });
  });

  describe('what is told of a click', () => {
    it('is the query, the document and its place, without cookies', async () => {
      const element = await search();
      find(element, '[data-list] li:nth-of-type(2) a').click();
      await until(() => queries('/search/clicks').length === 1);
      const { options: sent } = api.requests.find(({ url }) => url.pathname.endsWith('/clicks'))!;
      expect(JSON.parse(String(sent.body))).to.deep.equal({
        q: 'โอนงบประมาณ',
        service: 'law',
        id: 'law000000000000000000001',
        rank: 2,
      });
      expect(sent.credentials).to.equal('omit');
      expect(sent.keepalive).to.equal(true);
      expect(opened).to.have.length(1);
    });
    it('matters not when it cannot be told', async () => {
      api.answer('/search/clicks', () => failure(500));
      const element = await search();
      find(element, '[data-list] li a').click();
      await until(() => queries('/search/clicks').length === 1);
      expect(element.shadowRoot!.querySelector('[part=error]')).to.equal(null);
    });
  });

  describe('events and places', () => {
    it('asks the page before it searches', async () => {
      const element = await open();
      const asked: string[] = [];
      element.addEventListener('km-search', (event) => {
        asked.push((event as KmSearchEvent).request.q);
        event.preventDefault();
      });
      await type(element, 'โอน');
      await press('Enter');
      expect(asked).to.deep.equal(['โอน']);
      expect(queries('/search')).to.have.length(0);
    });
    it('searches for nothing when nothing was typed', async () => {
      const element = await open();
      find(element, '[part=submit]').click();
      expect(queries('/search')).to.have.length(0);
      expect(element.shadowRoot!.activeElement).to.equal(field(element));
    });
    it('leads to the page of results with what is looked for', async () => {
      const element = await open({ results: 'page', in: 'law' });
      expect(
        element.hrefOf({ q: 'ว 5912', in: '', topic: '', audience: '', year: '', verbatim: '' })
      ).to.equal(
        `${api.address}/search?q=${encodeURIComponent('ว').replace(/%20/g, '+')}+5912&in=law`
      );
    });
    it('shows nothing itself where another page does', async () => {
      const element = await open({ results: 'page', q: 'โอน' });
      await new Promise((resolve) => setTimeout(resolve, 30));
      expect(queries('/search')).to.have.length(0);
      expect(field(element).value).to.equal('โอน');
    });
    it('keeps a list’s search in the address, and follows the way back', async () => {
      history.replaceState(null, '', `${location.search}&q=แรก&in=law&other=1`);
      const element = await open({ results: 'list' });
      await until(() => queries('/search').length === 1);
      expect(queries('/search')[0]!.get('in')).to.equal('law');
      element.search('ที่สอง');
      await until(() => queries('/search').length === 2);
      expect(new URLSearchParams(location.search).get('q')).to.equal('ที่สอง');
      expect(new URLSearchParams(location.search).get('other')).to.equal('1');
      expect(location.search).not.to.include('in=');
      history.back();
      await until(() => field(element).value === 'แรก', 'the first search is back');
    });
    it('leaves the address of a page alone that has a panel', async () => {
      await search();
      expect(location.search).to.equal(location.search.replace(/q=/, ''));
    });
    it('shows what the page holds of the answer until it has come', async () => {
      const answer = new Deferred<Response>();
      api.answer('/search', () => answer.promise);
      const own = '<form slot="form">ช่องค้นหา</form><div><p>ผลจากเซิร์ฟเวอร์</p></div>';
      const element = await open({ q: 'โอน', results: 'list' }, own);
      await shows(element, 'ผลจากเซิร์ฟเวอร์');
      answer.resolve(searchAnswer());
      await shows(element, 'พบ 2 รายการ');
      expect(visibleText(element)).not.to.include('ผลจากเซิร์ฟเวอร์');
      expect(visibleText(element)).not.to.include('ช่องค้นหา');
    });
    it('speaks English where the page does, of hits too', async () => {
      const element = await search({ lang: 'en' });
      await shows(element, '2 found for');
      expect(find(element, '[part=submit]').textContent).to.equal('Search');
      expect(visibleText(element)).to.include('Manuals');
    });
    it('warns of a wrong place for results and shows a panel', async () => {
      const warnings: string[] = [];
      const { warn } = console;
      console.warn = (text: string) => void warnings.push(text);
      try {
        await search({ results: 'popup' });
      } finally {
        console.warn = warn;
      }
      expect(warnings.join()).to.include('panel, list, page');
    });
    it('uses neither style attributes nor style tags', async () => {
      const element = await search();
      expect(element.shadowRoot!.querySelector('style, [style]')).to.equal(null);
    });
  });
});
