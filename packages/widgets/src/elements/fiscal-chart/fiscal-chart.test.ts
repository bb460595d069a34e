import { emulateMedia, sendKeys } from '@web/test-runner-commands';
import { expect } from 'chai';
import { expectAccessible } from '../../../test/axe.js';
import { Deferred } from '../../../test/deferred.js';
import { find, mount, reset, unmount, until, visibleText } from '../../../test/fixture.js';
import {
  authorityListItem,
  figuresAnswer,
  fiscalComparison,
  fiscalMap,
  fiscalOverview,
  provinceOverview,
  unreportedOverview,
} from '../../../test/fixtures/fiscal.js';
import {
  failure,
  listAnswer,
  scriptApi,
  unreachable,
  type ScriptedApi,
} from '../../../test/scripted-api.js';
import './fiscal-chart.define.js';
import type { FiscalChartElement } from './fiscal-chart.js';

const realNow = Date.now;
const views = ['months', 'accounts', 'compare', 'map'] as const;
/** Words each view has and no other. */
const marks = {
  months: 'รายรับและรายจ่ายสะสมรายเดือน',
  accounts: 'รายรับจริงแยกตามบัญชี',
  compare: 'สิบแห่งที่คล้ายกันที่สุด',
  map: 'แผนที่รายรับจริงรายจังหวัด',
};

describe('<km-fiscal-chart>', () => {
  let api: ScriptedApi;
  const open = (attributes: Record<string, string> = {}, content = '') =>
    mount<FiscalChartElement>(
      'km-fiscal-chart',
      { api: api.address, authority: '03470102', ...attributes },
      content
    );
  const openPicker = () => mount<FiscalChartElement>('km-fiscal-chart', { api: api.address });
  const text = (element: Element) => visibleText(element).replaceAll('\u2060', '');
  const shows = (element: Element, words: string) =>
    until(() => text(element).replaceAll('\u00a0', ' ').includes(words), `it shows ${words}`);
  const openView = async (view: keyof typeof marks, attributes: Record<string, string> = {}) => {
    const element = await open({ view, ...attributes });
    await shows(element, marks[view]);
    return element;
  };
  /** The chart is drawn: its line stands on a month. */
  const drawn = (element: Element) =>
    until(() => element.shadowRoot!.querySelector('.cursor line')?.hasAttribute('x1'), 'drawn');
  const queries = (path: string) =>
    api.requests
      .filter(({ url }) => url.pathname === `/api/km/v1${path}`)
      .map(({ url }) => url.searchParams);
  const focused = (element: Element) => element.shadowRoot!.activeElement as HTMLElement;
  const tab = (element: Element, view: string) => find(element, `#tab-${view}`);
  const cells = (element: Element, selector = 'tbody tr') =>
    [...element.shadowRoot!.querySelectorAll<HTMLElement>(selector)].map((row) =>
      [...row.children].map((cell) => cell.textContent!.replace(/\s+/g, ' ').trim())
    );
  const passTime = (milliseconds: number) => {
    Date.now = () => realNow() + milliseconds;
  };
  const later = () => new Promise((resolve) => setTimeout(resolve, 30));

  beforeEach(() => {
    api = scriptApi();
    api.answer('/fiscal/overview', () => figuresAnswer(fiscalOverview()));
    api.answer('/fiscal/compare', () => figuresAnswer(fiscalComparison()));
    api.answer('/fiscal/map', () => figuresAnswer(fiscalMap()));
    api.answer('/authorities', () =>
      listAnswer([
        authorityListItem(),
        authorityListItem({
          code: '06440101',
          name: 'องค์การบริหารส่วนตำบลขามเรียง',
          district: 'กันทรวิชัย',
          province: 'มหาสารคาม',
        }),
      ])
    );
  });
  afterEach(async () => {
    reset();
    api.restore();
    Date.now = realNow;
    await emulateMedia({ forcedColors: 'none', reducedMotion: 'no-preference' });
  });

  describe('accessibility', () => {
    for (const view of views) {
      it(`passes axe in the view ${view}, light and dark, total and per head`, async () => {
        const element = await openView(view);
        await expectAccessible(element);
        element.theme = 'dark';
        element.perHead = true;
        await element.updateComplete;
        await expectAccessible(element);
      });
      it(`passes axe in forced colours in the view ${view}`, async () => {
        await emulateMedia({ forcedColors: 'active' });
        await expectAccessible(await openView(view));
      });
      it(`does not scroll sideways at 280 pixels in the view ${view}`, async () => {
        const element = await openView(view);
        element.parentElement!.style.inlineSize = '280px';
        await element.updateComplete;
        for (const toggle of element.shadowRoot!.querySelectorAll<HTMLElement>(
          '[part=table-toggle]'
        )) {
          toggle.click();
        }
        await element.updateComplete;
        expect(find(element, '.root').scrollWidth).to.be.at.most(280);
      });
    }
    it('passes axe while loading', async () => {
      api.answer('/fiscal/overview', () => new Deferred<Response>().promise);
      await expectAccessible(await open());
    });
    it('passes axe with nothing reported', async () => {
      api.answer('/fiscal/overview', () => figuresAnswer(unreportedOverview()));
      const element = await open();
      await shows(element, 'ยังไม่มีรายงานรายรับรายจ่าย');
      await expectAccessible(element);
    });
    it('passes axe when it failed', async () => {
      api.answer('/fiscal/overview', () => failure(404));
      const element = await open();
      await shows(element, 'ไม่พบเนื้อหานี้');
      await expectAccessible(element);
    });
    it('passes axe with a table and the source open', async () => {
      const element = await openView('months');
      find(element, '[part=table-toggle]').click();
      find(element, 'summary').click();
      await element.updateComplete;
      await expectAccessible(element);
    });
    it('passes axe with the picker, its suggestions and none', async () => {
      const element = await openPicker();
      await shows(element, 'เลือกองค์กรปกครองส่วนท้องถิ่น');
      await expectAccessible(element);
      find(element, 'input').focus();
      await sendKeys({ type: 'สกล' });
      await shows(element, 'ขามเรียง');
      await sendKeys({ press: 'ArrowDown' });
      await expectAccessible(element);
      api.answer('/authorities', () => listAnswer([]));
      await sendKeys({ type: 'xx' });
      await shows(element, 'ไม่พบ อปท. ที่ตรงกับ “สกลxx”');
      await expectAccessible(element);
    });
  });

  describe('keyboard', () => {
    it('walks through the views with the arrows', async () => {
      const element = await openView('months');
      tab(element, 'months').focus();
      await sendKeys({ press: 'ArrowRight' });
      await shows(element, marks.accounts);
      expect(focused(element)).to.equal(tab(element, 'accounts'));
      expect(tab(element, 'accounts').ariaSelected).to.equal('true');
      await sendKeys({ press: 'End' });
      await shows(element, marks.map);
      await sendKeys({ press: 'ArrowRight' });
      expect(focused(element)).to.equal(tab(element, 'months'));
      await sendKeys({ press: 'ArrowLeft' });
      expect(focused(element)).to.equal(tab(element, 'map'));
      await sendKeys({ press: 'Home' });
      expect(tab(element, 'months').tabIndex).to.equal(0);
      expect(tab(element, 'map').tabIndex).to.equal(-1);
    });
    it('reads the months of the chart one by one', async () => {
      const element = await openView('months');
      await drawn(element);
      const cursor = find(element, '[role=slider]');
      const says = () =>
        cursor.ariaValueText!.replace(/[\u2060\u00a0]/g, (c) => (c === '\u00a0' ? ' ' : ''));
      expect(says()).to.include('มิถุนายน 2570');
      expect(says()).to.include('รายรับจริงสะสม 812.35 ล้านบาท (ปีก่อน 740.24 ล้านบาท)');
      cursor.focus();
      await sendKeys({ press: 'Home' });
      await until(() => says().includes('ตุลาคม 2569'));
      expect(cursor.ariaValueNow).to.equal('1');
      for (let step = 0; step < 4; step++) await sendKeys({ press: 'ArrowRight' });
      await until(() => says().includes('กุมภาพันธ์ 2570'));
      expect(says()).to.include('รายรับจริงสะสม ยังไม่รายงาน (ปีก่อน');
      const before = find(element, 'line[x1]').getAttribute('x1');
      await sendKeys({ press: 'End' });
      await until(() => says().includes('กันยายน 2570'));
      await until(
        () => element.shadowRoot!.querySelector('.cursor line')!.getAttribute('x1') !== before
      );
      await sendKeys({ press: 'ArrowRight' });
      expect(cursor.ariaValueNow).to.equal('12');
    });
    it('walks over the map in the direction of the arrows', async () => {
      const element = await openView('map');
      const path = (code: string) =>
        element.shadowRoot!.querySelector<SVGPathElement>(`[data-code="${code}"]`)!;
      expect(path('47').tabIndex).to.equal(0);
      expect(path('47').ariaSelected).to.equal('true');
      path('47').focus();
      await sendKeys({ press: 'ArrowRight' });
      await until(() => path('48').ariaSelected === 'true', 'Nakhon Phanom lies east');
      expect(focused(element)).to.equal(path('48'));
      expect(path('47').tabIndex).to.equal(-1);
      await sendKeys({ press: 'ArrowUp' });
      await until(() => path('38').ariaSelected === 'true', 'Bueng Kan lies north');
      expect(text(find(element, '.chosen'))).to.include('บึงกาฬ');
      expect(element.shadowRoot!.querySelectorAll('.map [tabindex="0"]')).to.have.length(1);
    });
    it('chooses an authority by its keys alone and remembers it on the device', async () => {
      const element = await openPicker();
      await until(() => element.shadowRoot!.querySelector('input'));
      const input = find<HTMLInputElement>(element, 'input');
      input.focus();
      await sendKeys({ type: 'ทน.สกลนคร' });
      await shows(element, 'ขามเรียง');
      expect(queries('/authorities').at(-1)!.toString()).to.equal(
        new URLSearchParams({ q: 'ทน.สกลนคร', pageSize: '10' }).toString()
      );
      expect(input.ariaExpanded).to.equal('true');
      await sendKeys({ press: 'ArrowDown' });
      await until(() => input.getAttribute('aria-activedescendant') === 'authority-0');
      await sendKeys({ press: 'Enter' });
      await shows(element, marks.months);
      expect(queries('/fiscal/overview')[0]!.toString()).to.equal('level=authority&code=03470102');
      expect(focused(element).dataset).to.have.property('area');
      unmount();
      const again = await openPicker();
      await shows(again, marks.months);
      find(again, '[part=change]').click();
      await until(() => again.shadowRoot!.querySelector('input') === focused(again));
      expect(localStorage.getItem('km authority')).to.equal(null);
    });
    it('closes the suggestions with Escape', async () => {
      const element = await openPicker();
      await until(() => element.shadowRoot!.querySelector('input'));
      find(element, 'input').focus();
      await sendKeys({ type: 'สกล' });
      await shows(element, 'ขามเรียง');
      await sendKeys({ press: 'Escape' });
      await until(() => find(element, '[role=listbox]').hidden);
      expect(find<HTMLInputElement>(element, 'input').value).to.equal('');
    });
  });

  describe('loading', () => {
    it('asks for nothing until it comes near what the reader sees', async () => {
      const spacer = document.createElement('div');
      spacer.style.blockSize = '5000px';
      document.body.prepend(spacer);
      try {
        const element = await open();
        await later();
        await new Promise((resolve) => requestAnimationFrame(resolve));
        expect(api.requests).to.have.length(0);
        expect(find(element, '.skeleton').childElementCount).to.be.above(0);
        element.scrollIntoView();
        await shows(element, marks.months);
      } finally {
        spacer.remove();
      }
    });
    it('asks only for the view that is open', async () => {
      const element = await openView('months');
      expect(queries('/fiscal/map')).to.have.length(0);
      expect(queries('/fiscal/compare')).to.have.length(0);
      tab(element, 'map').click();
      await shows(element, marks.map);
      expect(queries('/fiscal/map')[0]!.get('fiscalYear')).to.equal('2570');
    });
    it('shows what the page wrote inside the tag until there are figures', async () => {
      const answer = new Deferred<Response>();
      api.answer('/fiscal/overview', () => answer.promise);
      const element = await open({}, '<p>เนื้อหาสำรอง</p>');
      expect(visibleText(element)).to.include('เนื้อหาสำรอง');
      answer.resolve(figuresAnswer(fiscalOverview()));
      await shows(element, marks.months);
      expect(visibleText(element)).not.to.include('เนื้อหาสำรอง');
    });
    it('says what failed and tries again', async () => {
      api.answer('/fiscal/overview', () => failure(500));
      const element = await open();
      await shows(element, 'ขัดข้องชั่วคราว');
      expect(queries('/fiscal/overview')).to.have.length(3);
      api.answer('/fiscal/overview', () => figuresAnswer(fiscalOverview()));
      find(element, '[part=error] button').click();
      await shows(element, marks.months);
    });
    it('shows the last good figures with their time when the API cannot be reached', async () => {
      await shows(await open(), '812.35 ล้านบาท');
      unmount();
      api.answer('/fiscal/overview', unreachable);
      passTime(40_000);
      const element = await open();
      await shows(element, 'ข้อมูล ณ 22 พ.ย. 2569');
      await shows(element, '812.35 ล้านบาท');
      await expectAccessible(element);
    });
    it('ignores an answer that comes too late', async () => {
      const late = new Deferred<Response>();
      const named = (nameTh: string) =>
        figuresAnswer(fiscalOverview({ area: { ...fiscalOverview().area, nameTh } }));
      api.answer('/fiscal/overview', (url) =>
        url.searchParams.get('code') === '47' ? late.promise : named('คำตอบใหม่')
      );
      const element = await open({ authority: '', province: '47' });
      await until(() => queries('/fiscal/overview').length === 1);
      element.province = '48';
      await shows(element, 'คำตอบใหม่');
      late.resolve(named('คำตอบที่มาช้า'));
      await later();
      expect(text(element)).not.to.include('คำตอบที่มาช้า');
    });
    it('stops asking when it leaves the page, and asks again when it returns', async () => {
      api.answer('/fiscal/overview', () => new Deferred<Response>().promise);
      const element = await open();
      const place = element.parentElement!;
      await until(() => api.requests.length === 1);
      element.remove();
      await until(() => api.requests[0]!.options.signal!.aborted, 'the request is aborted');
      api.answer('/fiscal/overview', () => figuresAnswer(fiscalOverview()));
      place.append(element);
      await shows(element, marks.months);
      await drawn(element);
    });
    it('takes an answer that is not ours for a failure, and a script for text', async () => {
      api.answer('/fiscal/overview', () => Response.json({ data: { area: 1 }, meta: {} }));
      await shows(await open(), 'ไม่สมบูรณ์');
      const script = '<img src=x onerror="window.kmHacked=1">';
      api.answer('/fiscal/overview', () =>
        figuresAnswer(fiscalOverview({ area: { ...fiscalOverview().area, nameTh: script } }))
      );
      await shows(await open({ authority: '03470103' }), script);
      expect('kmHacked' in window).to.equal(false);
    });
    it('keeps the other views when one cannot be read', async () => {
      api.answer('/fiscal/map', () => failure(404));
      const element = await open({ view: 'map' });
      await shows(element, 'ไม่พบเนื้อหานี้');
      expect(text(element)).to.include('ทุก 100 บาท มาจาก');
      tab(element, 'accounts').click();
      await shows(element, marks.accounts);
    });
  });

  describe('figures', () => {
    it('says them in one sentence of plain Thai', async () => {
      const element = await openView('months');
      expect(text(find(element, '[part=headline]')).replaceAll('\u00a0', ' ')).to.equal(
        'ถึงเดือน มิ.ย. 2570 มีรายรับจริง 812.35 ล้านบาท รายจ่ายจริง 634.57 ล้านบาท คิดเป็น 78% ของรายรับ'
      );
    });
    it('says them in English', async () => {
      const element = await open({ lang: 'en' });
      await shows(element, 'Up to Jun 2570 actual revenue was 812.35 million baht');
      await shows(element, 'Of every 100 baht, this comes from');
      await shows(element, 'Revenue and expenditure to date by month');
    });
    it('gives a hundred baht that add up', async () => {
      const element = await openView('months');
      for (const hundred of element.shadowRoot!.querySelectorAll('[part=hundred]')) {
        const parts = [...hundred.querySelectorAll('strong')].map(({ textContent }) =>
          Number.parseInt(textContent!)
        );
        expect(parts.reduce((sum, part) => sum + (part || 0), 0)).to.equal(100);
      }
      await shows(element, 'ไม่ถึง 1 บาท');
    });
    it('shows in the table of the months exactly what was answered, and never a zero for nothing', async () => {
      const element = await openView('months');
      find(element, '[part=table-toggle]').click();
      await element.updateComplete;
      const rows = cells(element);
      const money = (value: number) =>
        value.toLocaleString('en', { minimumFractionDigits: 2, maximumFractionDigits: 2 });
      fiscalOverview().months.forEach((month, index) => {
        const before = [month.lastYearRevenueToDate!, month.lastYearExpenditureToDate!].map(money);
        const own =
          month.revenue === null
            ? ['ยังไม่รายงาน']
            : [
                month.revenue,
                month.expenditure!,
                month.revenueToDate!,
                month.expenditureToDate!,
              ].map(money);
        expect(rows[index]!.slice(1)).to.deep.equal([...own, ...before]);
      });
      expect(rows[4]![0]).to.equal('ก.พ. 2570');
      expect(JSON.stringify(rows)).not.to.match(/"0\.00"/);
    });
    it('opens a group of accounts, with a zero that was reported told from nothing', async () => {
      const element = await openView('accounts');
      const row = (name: string) => cells(element).find(([heading]) => heading!.includes(name));
      expect(row('หมวดภาษีอากร')).to.equal(undefined);
      const fold = (name: string) =>
        [...element.shadowRoot!.querySelectorAll<HTMLElement>('.fold')].find((button) =>
          button.textContent!.includes(name)
        )!;
      fold('รายได้จัดเก็บเอง').click();
      await until(() => row('หมวดภาษีอากร'));
      expect(fold('รายได้จัดเก็บเอง').ariaExpanded).to.equal('true');
      fold('หมวดภาษีอากร').click();
      await until(() => row('อากรการฆ่าสัตว์'));
      expect(row('อากรการฆ่าสัตว์')!.slice(2)).to.deep.equal(['0.00', '0%', '12,000.00', '-100%']);
      expect(row('รายได้จากทรัพย์สิน')!.slice(2)).to.deep.equal([
        '15,207,111.09',
        '1.9%',
        'ยังไม่รายงาน',
        '–',
      ]);
      expect(row('รวม')!.slice(2, 5)).to.deep.equal(['812,345,678.25', '100%', '779,204,511.50']);
      fold('รายได้จัดเก็บเอง').click();
      await until(() => !row('หมวดภาษีอากร'));
    });
    it('switches between revenue and expenditure', async () => {
      const element = await openView('accounts');
      const [, expenditure] =
        element.shadowRoot!.querySelectorAll<HTMLElement>('.panel .choice button');
      expenditure!.click();
      await shows(element, 'รายจ่ายจริงแยกตามบัญชี');
      expect(cells(element).at(-1)!.slice(2, 4)).to.deep.equal(['634,567,890.50', '100%']);
    });
    it('shows baht a head on request, and totals where nobody knows how many heads', async () => {
      const element = await open({ 'per-head': '' });
      await shows(element, 'เมื่อเฉลี่ยต่อประชากรหนึ่งคน มีรายรับจริง 15,855.60 บาท');
      await shows(element, marks.months);
      find(element, '[part=table-toggle]').click();
      await element.updateComplete;
      expect(cells(element)[8]![3]).to.equal('15,855.60');
      const { area, revenue, expenditure } = fiscalOverview();
      api.answer('/fiscal/overview', () =>
        figuresAnswer(
          fiscalOverview({
            area: { ...area, population: null, populationYear: null },
            revenue: { ...revenue!, perHead: null },
            expenditure: { ...expenditure!, perHead: null },
          })
        )
      );
      unmount();
      const other = await open({ authority: '03470103', 'per-head': '' });
      await shows(other, 'ไม่ทราบจำนวนประชากร จึงแสดงเป็นยอดรวม');
      await shows(other, 'มีรายรับจริง 812.35 ล้านบาท');
    });
    it('asks for the year the reader chooses', async () => {
      const element = await openView('months');
      const select = find<HTMLSelectElement>(element, 'select');
      expect([...select.options].map(({ value }) => value)).to.deep.equal(['2570', '2569', '2568']);
      select.value = '2569';
      select.dispatchEvent(new Event('change'));
      await until(() => queries('/fiscal/overview').length === 2);
      expect(queries('/fiscal/overview')[1]!.get('fiscalYear')).to.equal('2569');
    });
    it('says that nothing was reported, and keeps the way to another year', async () => {
      api.answer('/fiscal/overview', () => figuresAnswer(unreportedOverview()));
      const element = await open();
      await shows(element, 'ยังไม่มีรายงานรายรับรายจ่ายของปีงบประมาณ 2570');
      expect(text(element)).not.to.match(/\b0(\.00)? /);
      expect(find<HTMLSelectElement>(element, 'select').options).to.have.length(3);
    });
    it('says how many have reported of an area of many', async () => {
      api.answer('/fiscal/overview', () => figuresAnswer(provinceOverview()));
      const element = await open({ authority: '', province: '47' });
      await shows(element, 'รวมจาก อปท. ที่รายงานแล้ว 128 จาก 141 แห่ง (91%)');
      expect(element.shadowRoot!.querySelector('#tab-compare')).to.equal(null);
    });
    it('marks what is invented, and nothing else', async () => {
      await shows(await open(), 'ข้อมูลตัวอย่าง');
      unmount();
      api.answer('/fiscal/overview', () => figuresAnswer(fiscalOverview(), { sample: false }));
      const element = await open({ authority: '03470103' });
      await shows(element, marks.months);
      expect(text(element)).not.to.include('ข้อมูลตัวอย่าง');
    });
  });

  describe('comparison', () => {
    it('places the authority among its peers, in words and in the table', async () => {
      const element = await openView('compare');
      // One member is too few for quartiles; the region has five.
      await shows(element, 'เทศบาลนครในภาคตะวันออกเฉียงเหนือ มีข้อมูลเทียบได้ 5 แห่ง');
      await shows(element, 'สูงเป็นอันดับที่ 5 จาก 5 แห่ง');
      expect(element.shadowRoot!.querySelectorAll('.strip')).to.have.length(7);
      find(element, '[part=table-toggle]').click();
      await element.updateComplete;
      const [revenue] = cells(element, '#table tbody tr');
      expect(revenue).to.deep.equal([
        'รายรับ',
        '812,345,678.25',
        '588,000,000.00',
        '705,600,000.00',
        '882,000,000.00',
        '5 จาก 5',
      ]);
    });
    it('explains why the ten are alike', async () => {
      const element = await openView('compare');
      const rows = cells(element, '.similar tbody tr');
      expect(rows).to.have.length(10);
      expect(rows[0]).to.deep.equal([
        'เทศบาลนครตัวอย่างที่ 1 จ.ขอนแก่น',
        '95%',
        'ประชากร 97%, รายรับ 92%, ที่ตั้ง 50%',
        '52,000',
        '800,000,000.00',
        '620,000,000.00',
      ]);
      expect(rows[3]![2]).to.include('ประชากร ไม่มีข้อมูล');
    });
    it('survives an authority without figures', async () => {
      api.answer('/fiscal/compare', () =>
        figuresAnswer(
          fiscalComparison({
            similar: [],
            measures: fiscalComparison().measures.map((one) => ({
              ...one,
              value: null,
              groups: one.groups.map((group) => ({
                ...group,
                count: 0,
                q1: null,
                median: null,
                q3: null,
                rank: null,
              })),
            })),
          })
        )
      );
      const element = await open({ view: 'compare' });
      await shows(element, 'ไม่มี อปท. อื่นให้เทียบ');
      await expectAccessible(element);
    });
  });

  describe('map', () => {
    it('draws all provinces and credits who drew them', async () => {
      const element = await openView('map');
      const paths = [...element.shadowRoot!.querySelectorAll('[data-code]')];
      expect(paths).to.have.length(77);
      expect(paths.every((path) => path.getAttribute('d')!.length > 20)).to.equal(true);
      expect(find<HTMLAnchorElement>(element, '.credit a[rel~=license]').href).to.include(
        'creativecommons.org/licenses/by/4.0'
      );
      expect(text(find(element, '.credit'))).to.include('MapSVG');
    });
    it('shows who has not reported apart from the lowest', async () => {
      const element = await openView('map');
      const bangkok = element.shadowRoot!.querySelector('[data-code="10"]')!;
      expect(bangkok.ariaLabel).to.equal('กรุงเทพมหานคร ยังไม่รายงาน');
      expect(bangkok.classList.contains('none')).to.equal(true);
      expect(bangkok.hasAttribute('fill-opacity')).to.equal(false);
      const rows = cells(element, '.scroll tbody tr');
      expect(rows).to.have.length(77);
      expect(rows.at(-1)).to.deep.equal(['กรุงเทพมหานคร', 'ยังไม่รายงาน', 'ยังไม่รายงาน', '0/1']);
      const amounts = rows.slice(0, -1).map(([, amount]) => Number(amount!.replaceAll(',', '')));
      expect(amounts).to.deep.equal([...amounts].sort((a, b) => b - a));
    });
  });

  describe('what can be done with it', () => {
    it('leads to the same figures as CSV', async () => {
      const element = await openView('months', { 'fiscal-year': '2570' });
      const href = () => find<HTMLAnchorElement>(element, 'a[part=download]').href;
      expect(href()).to.equal(
        `${api.address}/api/km/v1/fiscal/overview.csv?level=authority&code=03470102&fiscalYear=2570`
      );
      tab(element, 'compare').click();
      await shows(element, marks.compare);
      expect(href()).to.include('/fiscal/compare.csv?authority=03470102&fiscalYear=2570');
      tab(element, 'map').click();
      await shows(element, marks.map);
      expect(href()).to.include('/fiscal/map.csv?fiscalYear=2570');
    });
    for (const view of views) {
      it(`saves a picture of the view ${view} that is not empty`, async () => {
        const element = await openView(view, { theme: 'dark' });
        if (view === 'months') await drawn(element);
        const saved = new Deferred<{ name: string; blob: Blob }>();
        const { createObjectURL } = URL;
        const { click } = HTMLAnchorElement.prototype;
        let blob: Blob;
        URL.createObjectURL = (given: Blob) => ((blob = given), createObjectURL(given));
        HTMLAnchorElement.prototype.click = function () {
          saved.resolve({ name: this.download, blob });
        };
        try {
          find(element, 'button[part=download]').click();
          const file = await saved.promise;
          expect(file.name).to.equal(`fiscal-03470102-2570-${view}.png`);
          expect(file.blob.type).to.equal('image/png');
          const picture = await createImageBitmap(file.blob);
          expect(picture.width).to.equal(2000);
          const canvas = new OffscreenCanvas(picture.width, picture.height);
          const context = canvas.getContext('2d')!;
          context.drawImage(picture, 0, 0);
          const { data } = context.getImageData(0, 0, picture.width, picture.height);
          // Paper is white even of a dark element, and the side's colour is on it.
          expect([...data.slice(0, 3)]).to.deep.equal([255, 255, 255]);
          let blue = 0;
          for (let at = 0; at < data.length; at += 4) {
            if (data[at]! < 60 && data[at + 1]! < 110 && data[at + 2]! > 140) blue++;
          }
          expect(blue).to.be.above(500);
        } finally {
          URL.createObjectURL = createObjectURL;
          HTMLAnchorElement.prototype.click = click;
        }
      });
    }
    it('gives an address that opens it as it is', async () => {
      const element = await openView('months', { 'per-head': '' });
      tab(element, 'accounts').click();
      await shows(element, marks.accounts);
      const copied = new Deferred<string>();
      const { writeText } = navigator.clipboard;
      navigator.clipboard.writeText = (value) => Promise.resolve(copied.resolve(value));
      try {
        find(element, '[part=copy-link]').click();
        const address = await copied.promise;
        expect(address).to.match(/#km-fiscal=03470102,2570,accounts,head$/);
        unmount();
        history.replaceState(null, '', new URL(address).hash);
        const again = await open();
        await shows(again, marks.accounts);
        await shows(again, 'เมื่อเฉลี่ยต่อประชากรหนึ่งคน');
        expect(queries('/fiscal/overview').at(-1)!.get('fiscalYear')).to.equal('2570');
      } finally {
        navigator.clipboard.writeText = writeText;
      }
    });
    it('does not let an address show another area than the page has chosen', async () => {
      history.replaceState(null, '', '#km-fiscal=06440101,2569,map');
      const element = await openView('months');
      expect(queries('/fiscal/overview').map((query) => query.get('code'))).to.deep.equal([
        '03470102',
      ]);
      unmount();
      const picker = await openPicker();
      await shows(picker, marks.map);
      expect(queries('/fiscal/overview').at(-1)!.get('code')).to.equal('06440101');
      expect(element.isConnected).to.equal(false);
    });
    it('prints in light, with the table, and comes back as it was', async () => {
      const element = await openView('months', { theme: 'dark' });
      await drawn(element);
      const canvas = find<HTMLCanvasElement>(element, 'canvas');
      const corner = () => [...canvas.getContext('2d')!.getImageData(0, 0, 1, 1).data];
      const ink = () => {
        const { data } = canvas.getContext('2d')!.getImageData(0, 0, canvas.width, canvas.height);
        let light = 0;
        for (let at = 0; at < data.length; at += 4)
          if (data[at + 3]! > 200 && data[at + 2]! > 240) light++;
        return light;
      };
      const width = canvas.width;
      expect(ink()).to.be.above(0);
      window.dispatchEvent(new Event('beforeprint'));
      expect(canvas.width).to.equal(2040);
      expect(element.getAttribute('theme')).to.equal('dark');
      // The page is as narrow as the paper meanwhile.
      element.style.inlineSize = '500px';
      await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
      expect(canvas.width).to.equal(2040);
      element.style.inlineSize = '';
      window.dispatchEvent(new Event('afterprint'));
      expect(canvas.width).to.equal(width);
      expect(corner()).to.have.length(4);
    });
    it('warns once of what it cannot read and goes on', async () => {
      const warnings: string[] = [];
      const { warn } = console;
      console.warn = (message: string) => void warnings.push(message);
      try {
        const element = await open({ view: 'pie', 'fiscal-year': 'soon', theme: 'pinkish' });
        await shows(element, marks.months);
        expect(warnings.join('\n')).to.include('months, accounts, compare, map');
        expect(warnings.join('\n')).to.include('fiscal-year="soon"');
        unmount();
        const lost = await open({ authority: '4711' });
        await shows(lost, 'เลือกองค์กรปกครองส่วนท้องถิ่น');
        expect(warnings.join('\n')).to.include('"4711" is no area');
      } finally {
        console.warn = warn;
      }
    });
    it('writes no style into the page, Chart.js neither', async () => {
      const before = document.head.querySelectorAll('style').length;
      const element = await openView('months');
      await drawn(element);
      expect(element.shadowRoot!.querySelector('style, [style]')).to.equal(null);
      expect(document.head.querySelectorAll('style')).to.have.length(before);
    });
  });
});
