import { sendKeys } from '@web/test-runner-commands';
import { expect } from 'chai';
import { expectAccessible } from '../../../test/axe.js';
import { Deferred } from '../../../test/deferred.js';
import { find, mount, reset, until, visibleText } from '../../../test/fixture.js';
import { actItem, lawItem, lawListItem, lawRef } from '../../../test/fixtures/laws.js';
import { resourceSuite } from '../../../test/resource-suite.js';
import {
  failure,
  itemAnswer,
  listAnswer,
  scriptApi,
  type ScriptedApi,
} from '../../../test/scripted-api.js';
import { mayBeLetterNumber } from './find-laws.js';
import './law-library.define.js';
import type { LawLibraryElement } from './law-library.js';

const letter = lawListItem();
const repealed = lawListItem({
  id: 'law000000000000000000004',
  title: 'ซักซ้อมแนวทางการจัดทำงบประมาณรายจ่ายประจำปีงบประมาณ พ.ศ. 2568',
  status: 'repealed',
  repealedBy: [lawRef()],
});

describe('<km-law-library>', () => {
  resourceSuite({
    tag: 'km-law-library',
    path: '/laws',
    items: [letter, repealed],
    title: 'title',
  });
});

describe('<km-law-library> and its laws', () => {
  let api: ScriptedApi;
  const open = (attributes: Record<string, string> = {}) =>
    mount<LawLibraryElement>('km-law-library', { api: api.address, ...attributes });
  const shows = (element: Element, text: string) =>
    until(() => visibleText(element).includes(text), `it shows ${text}`);
  const openList = async (attributes?: Record<string, string>) => {
    const element = await open(attributes);
    await shows(element, letter.title);
    return element;
  };
  const openItem = async (id = letter.id) => {
    const element = await open({ item: id });
    await until(() => element.shadowRoot!.querySelector('[data-item]'));
    return element;
  };
  const focused = (element: Element) => element.shadowRoot!.activeElement as HTMLElement | null;
  const queries = (path: string) =>
    api.requests
      .filter(({ url }) => url.pathname === `/api/km/v1${path}`)
      .map(({ url }) => url.searchParams);
  const select = (element: Element, index: number, value: string) => {
    const field = element.shadowRoot!.querySelectorAll('select')[index]!;
    field.value = value;
    field.dispatchEvent(new Event('change'));
  };
  const type = async (element: Element, text: string) => {
    find(element, 'input').focus();
    await sendKeys({ type: text });
  };

  beforeEach(() => {
    api = scriptApi();
    api.answer('/laws', () => listAnswer([letter, repealed]));
    api.answer('/laws/lookup', () => listAnswer([letter]));
    api.answer(`/laws/${letter.id}`, () => itemAnswer(lawItem()));
  });
  afterEach(() => {
    reset();
    api.restore();
  });

  describe('accessibility', () => {
    for (const status of ['inForce', 'amended', 'repealed', 'notYetInForce'] as const) {
      it(`passes axe with a law that is ${status}, light and dark`, async () => {
        api.answer(`/laws/${letter.id}`, () =>
          itemAnswer(
            lawItem({
              status,
              repealedBy: [lawRef({ status: 'repealed' })],
              amendedBy: [lawRef({ citation: null })],
              sample: true,
            })
          )
        );
        const element = await openItem();
        await expectAccessible(element);
        element.theme = 'dark';
        await element.updateComplete;
        await expectAccessible(element);
      });
    }
    it('passes axe with every status in the list, light and dark', async () => {
      api.answer('/laws', () =>
        listAnswer([
          letter,
          repealed,
          { ...letter, id: 'a', status: 'amended', amendedBy: [lawRef()] },
          { ...letter, id: 'b', status: 'notYetInForce' },
        ])
      );
      const element = await openList();
      await expectAccessible(element);
      element.theme = 'dark';
      await element.updateComplete;
      await expectAccessible(element);
    });
    it('passes axe with what became of a number', async () => {
      const element = await open({ number: 'ว 5912' });
      await shows(element, 'แสดงหนังสือเลขที่');
      await expectAccessible(element);
    });
    it('tells each status by a shape of its own', async () => {
      api.answer('/laws', () =>
        listAnswer(
          ['inForce', 'amended', 'repealed', 'notYetInForce'].map((status, index) => ({
            ...letter,
            id: `law${index}`,
            status,
          }))
        )
      );
      const element = await openList();
      const shapes = [...element.shadowRoot!.querySelectorAll('[part=status] path')].map((path) =>
        path.getAttribute('d')
      );
      expect(new Set(shapes).size).to.equal(4);
    });
    it('does not scroll sideways at 280 pixels with a law', async () => {
      const element = await openItem();
      element.parentElement!.style.inlineSize = '280px';
      await element.updateComplete;
      expect(find(element, '.root').scrollWidth).to.be.at.most(280);
    });
  });

  describe('look-up', () => {
    for (const spelling of ['ว 5912', 'ว๕๙๑๒', 'มท0808.4/ว5912', '5912', 'ว.5912/2561']) {
      it(`asks for the letter of ${spelling}`, async () => {
        const element = await open({ number: spelling });
        await shows(element, `แสดงหนังสือเลขที่ “${spelling}”`);
        expect(queries('/laws/lookup')[0]!.get('number')).to.equal(spelling);
        expect([...queries('/laws/lookup')[0]!.keys()]).to.deep.equal(['number']);
        expect(queries('/laws')).to.deep.equal([]);
        expect(find<HTMLInputElement>(element, 'input').value).to.equal(spelling);
      });
    }
    it('leaves words to the search of the text', async () => {
      const element = await openList();
      await type(element, 'วิธีการงบประมาณ');
      await until(() => queries('/laws').at(-1)!.get('q') === 'วิธีการงบประมาณ');
      expect(queries('/laws/lookup')).to.deep.equal([]);
      expect(visibleText(element)).not.to.include('เลขที่ “');
    });
    it('searches the text when no letter has the number, and says so', async () => {
      api.answer('/laws/lookup', () => listAnswer([]));
      const element = await openList();
      await type(element, 'ว 9999');
      await shows(element, 'ไม่พบหนังสือเลขที่ “ว 9999” จึงแสดงผลการค้นหาจากข้อความ');
      expect(queries('/laws').at(-1)!.get('q')).to.equal('ว 9999');
      expect(visibleText(element)).to.include(letter.title);
    });
    it('searches the text when the API reads no number', async () => {
      const { warn } = console;
      console.warn = () => {};
      try {
        api.answer('/laws/lookup', () => failure(400));
        const element = await open({ number: '12/34/56' });
        await shows(element, 'ไม่พบหนังสือเลขที่ “12/34/56”');
        expect(queries('/laws').at(-1)!.get('q')).to.equal('12/34/56');
      } finally {
        console.warn = warn;
      }
    });
    it('searches the text for what may be a year, when asked to', async () => {
      const element = await open({ number: '2563' });
      await shows(element, 'แสดงหนังสือเลขที่ “2563”');
      find(element, '[part=by-text]').click();
      await until(() => queries('/laws').at(-1)?.get('q') === '2563');
      await shows(element, repealed.title);
      expect(visibleText(element)).not.to.include('เลขที่ “');
    });
    it('keeps to the filters', async () => {
      const element = await openList();
      select(element, 2, 'repealed');
      await type(element, 'ว 5912');
      await shows(element, 'ไม่พบหนังสือเลขที่ “ว 5912”');
      expect(queries('/laws').at(-1)!.get('status')).to.equal('repealed');
    });
    it('reports a look-up that fails as a failure', async () => {
      api.answer('/laws/lookup', () => failure(429));
      await shows(await open({ number: 'ว 5912' }), 'มีคำขอจากเครือข่าย');
    });
    it('shows the answer to the last question, whatever comes later', async () => {
      const late = new Deferred<Response>();
      api.answer('/laws/lookup', () => late.promise);
      const element = await openList();
      element.number = 'ว 5912';
      await until(() => queries('/laws/lookup').length === 1);
      api.answer('/laws', () => listAnswer([{ ...letter, title: 'คำตอบล่าสุด' }]));
      element.number = 'ระเบียบพัสดุ';
      await shows(element, 'คำตอบล่าสุด');
      late.resolve(listAnswer([{ ...letter, title: 'คำตอบที่มาช้า' }]));
      await new Promise((resolve) => setTimeout(resolve, 30));
      expect(visibleText(element)).not.to.include('คำตอบที่มาช้า');
    });
    it('takes no title for a number', () => {
      expect(mayBeLetterNumber('พระราชบัญญัติวินัยการเงินการคลังของรัฐ พ.ศ. 2561')).to.equal(false);
      expect(mayBeLetterNumber('ปีงบประมาณ 2563')).to.equal(false);
      expect(mayBeLetterNumber('หนังสือ ว 5912 ลว 17 ต.ค. 61')).to.equal(true);
      expect(mayBeLetterNumber('มท 0808.4 / ว ๕๙๑๒')).to.equal(true);
    });
  });

  describe('filters', () => {
    it('asks for a kind, a year and a status', async () => {
      const element = await openList({ topic: 'budget' });
      select(element, 0, 'regulation');
      select(element, 1, '2563');
      select(element, 2, 'amended');
      await until(() => queries('/laws').at(-1)!.get('status') === 'amended');
      expect(queries('/laws').at(-1)!.toString()).to.equal(
        'topic=budget&kind=regulation&year=2563&status=amended&pageSize=10'
      );
    });
    it('offers years of the Buddhist era, the newest first', async () => {
      const element = await openList();
      const [, newest, next] = element.shadowRoot!.querySelectorAll('select')[1]!.options;
      expect(Number(newest!.value)).to.equal(new Date().getFullYear() + 543);
      expect(Number(next!.value)).to.equal(new Date().getFullYear() + 542);
    });
    it('clears everything from the empty state and keeps the focus in the field', async () => {
      api.answer('/laws', (url) => listAnswer(url.searchParams.get('kind') ? [] : [letter]));
      const element = await openList();
      select(element, 0, 'order');
      await until(() => !find(element, '[part=empty]').hidden);
      find(element, '[part=empty] button').click();
      await shows(element, letter.title);
      expect(focused(element)).to.equal(find(element, 'input'));
    });
  });

  describe('list', () => {
    it('links a repealed letter to what repeals it', async () => {
      const element = await openList();
      const link = find<HTMLAnchorElement>(element, '.later.repealed a');
      expect(link.textContent).to.equal(lawRef().citation);
      expect(link.hash).to.equal(`#km-law=${lawRef().id}`);
    });
    it('survives a kind and a status it does not know', async () => {
      api.answer('/laws', () => listAnswer([{ ...letter, kind: 'decree', status: 'lost' }]));
      await openList();
    });
  });

  describe('item', () => {
    it('opens from the list with the focus on its heading, and back on its link', async () => {
      const element = await openList();
      find(element, '.entry a').focus();
      await sendKeys({ press: 'Enter' });
      await until(() => focused(element)?.matches('[data-item]'), 'the heading has the focus');
      expect(location.hash).to.equal(`#km-law=${letter.id}`);
      find(element, '[part=back]').focus();
      await sendKeys({ press: 'Enter' });
      await until(() => focused(element)?.textContent === letter.title, 'the link has the focus');
    });
    it('warns of a repealed letter and names what to use now', async () => {
      api.answer(`/laws/${letter.id}`, () =>
        itemAnswer(lawItem({ status: 'repealed', repealedBy: [lawRef()] }))
      );
      const element = await openItem();
      const notice = find(element, '[part=notice]');
      expect(notice.textContent).to.include('ฉบับนี้ถูกยกเลิกแล้ว');
      expect(notice.textContent).to.include('ปัจจุบันให้ใช้');
      expect(notice.querySelector('a')!.hash).to.equal(`#km-law=${lawRef().id}`);
      expect(notice.querySelector('a')!.textContent).to.equal(lawRef().citation);
    });
    it('warns of a repealed letter nobody replaced', async () => {
      api.answer(`/laws/${letter.id}`, () => itemAnswer(lawItem({ status: 'repealed' })));
      expect(find(await openItem(), '[part=notice]').textContent).to.include('โปรดตรวจสอบ');
    });
    it('says from when a law will be in force', async () => {
      api.answer(`/laws/${letter.id}`, () =>
        itemAnswer(lawItem({ status: 'notYetInForce', effectiveDate: '2027-10-01' }))
      );
      expect(find(await openItem(), '[part=notice]').textContent).to.include(
        'จะมีผลตั้งแต่วันที่ 1 ตุลาคม 2570'
      );
    });
    it('shows relations in both directions, each with its status', async () => {
      api.answer(`/laws/${letter.id}`, () =>
        itemAnswer(
          lawItem({
            amendedBy: [lawRef({ id: 'law00000000000000000000a' })],
            repeals: [lawRef({ id: 'law00000000000000000000b', status: 'repealed' })],
            clarifies: [lawRef({ id: 'law00000000000000000000c' })],
          })
        )
      );
      const relations = find(await openItem(), '[part=relations]');
      expect([...relations.querySelectorAll('dt')].map((term) => term.textContent)).to.deep.equal([
        'แก้ไขเพิ่มเติมโดย',
        'ซักซ้อมหรือชี้แจงโดย',
        'ยกเลิกฉบับ',
        'ซักซ้อมหรือชี้แจงฉบับ',
      ]);
      expect(relations.querySelectorAll('dd [part=status]').length).to.equal(4);
    });
    it('leads from one law to another', async () => {
      api.answer(`/laws/${lawRef().id}`, () => itemAnswer(actItem({ id: lawRef().id })));
      const element = await openItem();
      find(element, '[part=relations] a').click();
      await shows(element, actItem().title);
      await until(() => focused(element)?.matches('[data-item]'), 'the heading has the focus');
      expect(visibleText(element)).to.include('เล่ม 136 ตอนที่ 69 ก หน้า 52');
    });
    it('copies the official citation', async () => {
      const element = await openItem();
      let copied = '';
      const own = Object.getOwnPropertyDescriptor(navigator, 'clipboard');
      Object.defineProperty(navigator, 'clipboard', {
        configurable: true,
        value: { writeText: async (text: string) => void (copied = text) },
      });
      try {
        find(element, '[part=copy-citation]').click();
        await shows(element, 'คัดลอกแล้ว');
        expect(copied).to.equal(
          'หนังสือกระทรวงมหาดไทย ด่วนที่สุด ที่ มท 0808.4/ว 5912 ลงวันที่ 17 ตุลาคม 2561'
        );
      } finally {
        if (own) Object.defineProperty(navigator, 'clipboard', own);
        else Reflect.deleteProperty(navigator, 'clipboard');
      }
    });
    it('shows a script in its texts as text', async () => {
      const script = '<img src=x onerror="window.kmHacked=1">';
      api.answer(`/laws/${letter.id}`, () =>
        itemAnswer(
          lawItem({
            title: script,
            citation: script,
            issuer: script,
            summary: script,
            status: 'repealed',
            repealedBy: [lawRef({ title: script, citation: script })],
          })
        )
      );
      const element = await openItem();
      expect(visibleText(element)).to.include(script);
      expect(element.shadowRoot!.querySelector('img')).to.equal(null);
      expect('kmHacked' in window).to.equal(false);
    });
    it('is in English where the page is; the citation stays Thai', async () => {
      document.documentElement.lang = 'en';
      const element = await openItem();
      await shows(element, 'Official citation');
      await shows(element, 'Most urgent');
      expect(find(element, '[part=citation] q').textContent).to.include('ด่วนที่สุด ที่ มท');
    });
    it('says when the law is not there and offers the way back', async () => {
      api.answer(`/laws/${letter.id}`, () => failure(404));
      const element = await open({ item: letter.id });
      await shows(element, 'ไม่พบเนื้อหานี้');
      await expectAccessible(element);
      find(element, '[part=back]').click();
      await shows(element, letter.title);
    });
  });
});
