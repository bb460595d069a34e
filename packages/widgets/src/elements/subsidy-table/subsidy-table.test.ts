import { sendKeys } from '@web/test-runner-commands';
import { expect } from 'chai';
import { expectAccessible } from '../../../test/axe.js';
import { find, mount, reset, until, visibleText } from '../../../test/fixture.js';
import {
  subsidyAnswer,
  subsidyMeta,
  subsidyTransfer,
  subsidyTransfers,
} from '../../../test/fixtures/subsidies.js';
import { resourceSuite } from '../../../test/resource-suite.js';
import { failure, listAnswer, scriptApi, type ScriptedApi } from '../../../test/scripted-api.js';
import './subsidy-table.define.js';
import type { SubsidyTableElement } from './subsidy-table.js';
import { addUp } from './totals.js';

describe('<km-subsidy-table> as any element that reads', () => {
  resourceSuite({
    tag: 'km-subsidy-table',
    path: '/subsidies',
    items: subsidyTransfers,
    title: 'subItem',
    attributes: { authority: '05470105' },
    answer: (items) => subsidyAnswer(items),
    parameter: 'type',
  });
});

describe('<km-subsidy-table>', () => {
  let api: ScriptedApi;
  const open = async (attributes: Record<string, string> = { authority: '05470105' }) => {
    const element = await mount<SubsidyTableElement>('km-subsidy-table', {
      api: api.address,
      ...attributes,
    });
    await until(() =>
      element.shadowRoot!.querySelector('[part=item], [part=picker], [part=empty]:not([hidden])')
    );
    return element;
  };
  const all = <Found extends HTMLElement = HTMLElement>(element: Element, selector: string) => [
    ...element.shadowRoot!.querySelectorAll<Found>(selector),
  ];
  const wordsOf = (element: Element) => element.textContent!.replace(/\s+/g, ' ').trim();
  const rowsOf = (element: Element, selector: string) =>
    all<HTMLTableRowElement>(element, `${selector} tr`).map((row) => [...row.cells].map(wordsOf));
  const lists = () => api.requests.filter(({ url }) => url.pathname.endsWith('/subsidies'));
  const lastQuery = () => Object.fromEntries(lists().at(-1)!.url.searchParams);
  const choose = (element: Element, index: number, value: string) => {
    const select = all<HTMLSelectElement>(element, 'select')[index]!;
    select.value = value;
    select.dispatchEvent(new Event('change'));
  };

  beforeEach(() => {
    api = scriptApi();
    api.answer('/subsidies', () => subsidyAnswer());
    api.answer('/authorities', () => listAnswer([subsidyTransfers[0].authority]));
  });
  afterEach(() => {
    reset();
    api.restore();
  });

  describe('the figures', () => {
    it('say in a sentence what was received and what is to come', async () => {
      const element = await open();
      expect(wordsOf(find(element, 'h3'))).to.equal('เทศบาลตำบลท่าแร่');
      expect(wordsOf(find(element, '[part=headline]'))).to.equal(
        'ปีงบประมาณ 2570 ได้รับโอนเงินอุดหนุนทั่วไปสุทธิ 2.53 ล้านบาท รวม 4 รายการ และจัดสรรแล้วรอโอนอีก 2.40 ล้านบาท ข้อมูลตัวอย่าง'
      );
      expect(wordsOf(find(element, '[part=totals]'))).to.include('2,527,200.04');
      expect(visibleText(element)).to.include('ข้อมูลตัวอย่าง');
    });

    it('add up by kind, by instalment and in all, to the satang', async () => {
      expect(rowsOf(await open(), '.matrix')).to.deep.equal([
        ['ประเภทเงินอุดหนุน', 'งวดที่ 1', 'งวดที่ 2', 'ไม่ระบุงวด', 'รวม'],
        [
          'เบี้ยยังชีพผู้สูงอายุ',
          '2,527,199.75',
          '0.00 รอโอน 2,400,000.00',
          '',
          '2,527,199.75 รอโอน 2,400,000.00',
        ],
        ['อาหารเสริม (นม)', '', '', '0.29', '0.29'],
        [
          'รวม',
          '2,527,199.75',
          '0.00 รอโอน 2,400,000.00',
          '0.29',
          '2,527,200.04 รอโอน 2,400,000.00',
        ],
      ]);
    });

    it('say that the table agrees with the net, or that it does not', async () => {
      const element = await open();
      expect(wordsOf(find(element, '[part=check]'))).to.include('ตรงกับยอดสุทธิ 2,527,200.04 บาท');
      api.answer('/subsidies', () =>
        subsidyAnswer(subsidyTransfers, { totals: { ...subsidyMeta().totals, net: 1 } })
      );
      choose(element, 0, '2569');
      await until(() => find(element, '[part=check]').matches('.bad'));
      expect(wordsOf(find(element, '[part=check]'))).to.include('ไม่ตรงกับยอดสุทธิ 1.00 บาท');
      await expectAccessible(element);
    });

    it('tell where they come from and how old they are', async () => {
      expect(wordsOf(find(await open(), '[part=source]'))).to.equal(
        'แหล่งข้อมูล: กรมส่งเสริมการปกครองท้องถิ่น กระทรวงมหาดไทย นำเข้าล่าสุด 20 พ.ย. 2569 เวลา 09.00 น.'
      );
    });

    it('leave as files with all that is shown, of the year that is shown', async () => {
      const element = await open({ authority: '05470105', type: 'elderly' });
      await until(() => element.shadowRoot!.querySelector('[part=download]'));
      expect(
        all<HTMLAnchorElement>(element, '[part=download]').map(({ href }) => href)
      ).to.deep.equal(
        ['csv', 'xlsx'].map(
          (ending) =>
            `${api.address}/api/km/v1/subsidies.${ending}?authority=05470105&type=elderly&fiscalYear=2570`
        )
      );
      expect(wordsOf(find(element, '[part=download]'))).to.equal('ดาวน์โหลดทุกรายการเป็น CSV');
    });
  });

  describe('a transfer', () => {
    it('tells its kind, letter, day, people, amount, state and payee', async () => {
      const [, first, , third, recalled, sum] = rowsOf(await open(), '.transfers');
      expect(first).to.deep.equal([
        'เบี้ยยังชีพผู้สูงอายุ ผู้สูงอายุรายเดิม งวดที่ 1 (1 ต.ค. 2569 – 31 ธ.ค. 2569) ใบจัดสรรเลขที่ ตย.0001/2570',
        'มท 0808.2/ว 9001 ลงวันที่ 1 ต.ค. 2569',
        '5 ต.ค. 2569',
        '1,204',
        '2,528,400.25',
        'โอนแล้ว กรมบัญชีกลางจ่ายแทน',
      ]);
      expect(third!.slice(1)).to.deep.equal([
        '',
        '5 ต.ค. 2569',
        '',
        '0.29',
        'โอนแล้ว โอนเข้าบัญชี อปท.',
      ]);
      expect(recalled![0]).to.include('แก้ไขใบจัดสรรเลขที่ ตย.0001/2570');
      expect(recalled![4]).to.equal('−1,200.50');
      expect(sum).to.deep.equal(['สุทธิของรายการที่แสดง', '', '', '', '2,527,200.04', '']);
    });

    it('leads to its letter in the law library, of this page where it has one', async () => {
      const element = await open();
      const letters = () => all<HTMLAnchorElement>(element, '.transfers a');
      expect(letters().length).to.equal(2);
      expect(letters()[0]!.href).to.equal(`${api.address}/laws/law000000000000000000001`);
      const library = document.createElement('km-law-library');
      document.body.append(library);
      element.requestUpdate();
      await element.updateComplete;
      library.remove();
      expect(letters()[0]!.hash).to.equal('#km-law=law000000000000000000001');
    });

    it('shows scripts in every text as text', async () => {
      const script = '<img src=x onerror="window.kmHacked=1">';
      const letter = { number: script, date: null, urgency: null, lawId: script };
      const { authority } = subsidyTransfers[0];
      api.answer('/subsidies', () =>
        subsidyAnswer([
          subsidyTransfer({
            letter,
            allocationNumber: script,
            amends: script,
            authority: { ...authority, name: script },
          }),
        ])
      );
      expect(visibleText(await open()).split(script).length).to.equal(5);
      expect('kmHacked' in window).to.equal(false);
    });
  });

  describe('choices', () => {
    it('switch the fiscal year and the kind', async () => {
      const element = await open();
      expect(lastQuery()).to.deep.equal({ authority: '05470105', pageSize: '10' });
      choose(element, 0, '2569');
      await until(() => lastQuery().fiscalYear === '2569');
      choose(element, 1, 'school-milk');
      await until(() => lastQuery().type === 'school-milk');
      expect(lastQuery()).to.include({ authority: '05470105', fiscalYear: '2569' });
    });

    it('begin with what the tag says', async () => {
      await open({ province: '47', 'fiscal-year': '2569', type: 'elderly', limit: '5' });
      expect(lastQuery()).to.deep.equal({
        province: '47',
        fiscalYear: '2569',
        type: 'elderly',
        pageSize: '5',
      });
    });

    it('ask for more and keep what is there', async () => {
      api.answer('/subsidies', ({ searchParams }) =>
        subsidyAnswer([subsidyTransfer({ id: searchParams.get('page') ?? '1' })], {
          totals: { ...subsidyMeta().totals, lines: 2 },
        })
      );
      const element = await open({ authority: '05470105', limit: '1' });
      find(element, '[part=more]').click();
      await until(() => all(element, '.transfers tbody tr').length === 2);
      expect(wordsOf(find(element, '.transfers tfoot .sum'))).to.equal('5,056,800.50');
    });

    it('that match nothing say what to try, and can be taken back', async () => {
      api.answer('/subsidies', ({ searchParams }) =>
        subsidyAnswer(searchParams.get('type') ? [] : subsidyTransfers)
      );
      const element = await open({ authority: '05470105', type: 'aids' });
      expect(visibleText(element)).to.include('ลองเลือกปีงบประมาณหรือประเภทอื่น');
      expect(all<HTMLSelectElement>(element, 'select')[1]!.value).to.equal('aids');
      await expectAccessible(element);
      choose(element, 1, '');
      await until(() => all(element, '.transfers tbody tr').length === 4);
    });
  });

  describe('of a province', () => {
    it('counts its authorities and names them in each line', async () => {
      const element = await open({ province: '47' });
      expect(wordsOf(find(element, 'h3'))).to.equal('จังหวัดสกลนคร');
      expect(wordsOf(find(element, '[part=headline]'))).to.match(
        /^ปีงบประมาณ 2570 อปท. 1 แห่ง ได้รับโอน/
      );
      const [heading, first] = rowsOf(element, '.transfers');
      expect(heading![1]).to.equal('อปท.');
      expect(first![1]).to.equal('เทศบาลตำบลท่าแร่');
      await expectAccessible(element);
    });
  });

  describe('where the tag names nobody', () => {
    it('lets the reader choose with the keyboard, remembers it, and lets choose again', async () => {
      const element = await open({});
      await expectAccessible(element);
      expect(lists().length).to.equal(0);
      find(element, '[part=picker]').focus();
      await sendKeys({ type: 'ท่าแร่' });
      await until(() => all(element, '[part=authority]').length === 1);
      await expectAccessible(element);
      await sendKeys({ press: 'ArrowDown' });
      await sendKeys({ press: 'Enter' });
      await until(() => all(element, '.transfers tbody tr').length === 4);
      expect(lastQuery().authority).to.equal('05470105');
      await until(() => element.shadowRoot!.activeElement?.matches('[data-area]'));
      const another = await open({});
      expect(all(another, '.transfers tbody tr').length).to.equal(4);
      find(another, '[part=change]').click();
      await until(() => another.shadowRoot!.activeElement?.matches('[part=picker]'));
      expect(all(another, '.transfers tbody tr').length).to.equal(0);
    });

    it('offers no other choice where it names somebody', async () => {
      expect(all(await open(), '[part=change]').length).to.equal(0);
    });

    it('says so when the register cannot be read', async () => {
      api.answer('/authorities', () => failure(500));
      const element = await open({});
      find(element, '[part=picker]').focus();
      await sendKeys({ type: 'ท่าแร่' });
      await until(() => element.shadowRoot!.querySelector('[part=error]'));
      await expectAccessible(element);
    });
  });

  describe('layout', () => {
    it('is tables with headings that stay where there is room, and cards where there is not', async () => {
      const element = await open();
      element.parentElement!.style.inlineSize = '1000px';
      const head = () => getComputedStyle(find(element, '.transfers thead th'));
      const row = () => getComputedStyle(find(element, '.transfers tbody tr'));
      expect(head().position).to.equal('sticky');
      expect(row().display).to.equal('table-row');
      element.parentElement!.style.inlineSize = '320px';
      await until(() => row().display === 'block');
      const label = getComputedStyle(find(element, '.transfers td.sum'), '::before').content;
      expect(label).to.equal('"จำนวนเงิน (บาท)"');
      await expectAccessible(element);
    });

    it('scrolls sideways inside, by keyboard too, and never the page', async () => {
      const matrix = Array.from({ length: 12 }, (_, index) => ({
        ...subsidyMeta().matrix[0]!,
        instalment: index + 1,
      }));
      api.answer('/subsidies', () => subsidyAnswer(subsidyTransfers, { matrix }));
      const element = await open();
      element.parentElement!.style.inlineSize = '800px';
      const scroll = find(element, '.scroll');
      await until(() => scroll.scrollWidth > scroll.clientWidth);
      expect(find(element, '.root').scrollWidth).to.be.at.most(800);
      scroll.focus();
      await sendKeys({ press: 'ArrowRight' });
      await until(() => scroll.scrollLeft > 0);
      await expectAccessible(element);
    });
  });

  it('speaks English where the page does', async () => {
    const element = await open({ province: '47', lang: 'en' });
    await until(() => visibleText(element).includes('Net by kind'));
    const text = visibleText(element);
    expect(text).to.include('Net general subsidies received: 2.53 million baht in 4 lines');
    expect(text).to.include('Old-age allowance');
    expect(text).to.include('Department of Local Administration');
    await expectAccessible(element);
  });
});

describe('the sums of the matrix', () => {
  it('are exact where numbers with decimals are not', () => {
    const cell = { type: 'a', lines: 1, allocated: 0, recalled: 0, net: 0.1 };
    const { grand, columns, rows } = addUp([
      { ...cell, instalment: 1, transferred: 0.1 },
      { ...cell, instalment: 2, transferred: 0.2 },
      { ...cell, type: 'b', instalment: 2, transferred: 9_000_000_000_000.07, recalled: 0.01 },
    ]);
    expect(grand.net).to.equal(900_000_000_000_036);
    expect(columns.map(({ net }) => net)).to.deep.equal([10, 900_000_000_000_026]);
    expect(rows.map(({ sum }) => sum.net)).to.deep.equal([30, 900_000_000_000_006]);
  });
});
