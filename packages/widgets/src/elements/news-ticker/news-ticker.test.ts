import { emulateMedia, sendKeys } from '@web/test-runner-commands';
import { expect } from 'chai';
import { expectAccessible } from '../../../test/axe.js';
import { find, mount, reset, until, visibleText } from '../../../test/fixture.js';
import { newsItem, newsListItem } from '../../../test/fixtures/news.js';
import { resourceSuite } from '../../../test/resource-suite.js';
import { itemAnswer, listAnswer, scriptApi, type ScriptedApi } from '../../../test/scripted-api.js';
import './news-ticker.define.js';
import type { NewsTickerElement } from './news-ticker.js';

const urgent = newsListItem();
const plain = newsListItem({
  id: 'news000000000000000000002',
  title: 'ขอเชิญอบรมการใช้งานระบบงบประมาณ รุ่นที่ 3 ประจำปีงบประมาณ พ.ศ. 2570',
  severity: 'info',
  pinned: false,
});

describe('<km-news-ticker>', () => {
  for (const view of ['ticker', 'list']) {
    describe(`as every element, view="${view}"`, () => {
      resourceSuite({
        tag: 'km-news-ticker',
        path: '/news',
        items: [urgent, plain],
        title: 'title',
        attributes: { view },
      });
    });
  }

  describe('by itself', () => {
    let api: ScriptedApi;
    beforeEach(async () => {
      await emulateMedia({ reducedMotion: 'no-preference' });
      api = scriptApi();
      api.answer('/news', () => listAnswer([urgent, plain]));
      api.answer(`/news/${urgent.id}`, () => itemAnswer(newsItem()));
    });
    afterEach(() => {
      reset();
      api.restore();
    });

    const open = async (attributes: Record<string, string> = {}) => {
      const element = await mount<NewsTickerElement>('km-news-ticker', {
        api: api.address,
        ...attributes,
      });
      await until(() => element.shadowRoot!.querySelector('[part=item]'));
      return element;
    };
    const shown = (element: Element) => find(element, '.slide[data-shown] a').textContent!.trim();
    /** Longer than a headline stays on the shortened clock. */
    const wait = () => new Promise((resolve) => setTimeout(resolve, 390));

    it('passes axe with an article open', async () => {
      const element = await open();
      find<HTMLAnchorElement>(element, '.slide[data-shown] a').click();
      await until(() => element.shadowRoot!.querySelector('[part=article]'));
      await expectAccessible(element);
    });

    it('goes on by itself and can be stopped, by a button that says so', async () => {
      const element = await open();
      await until(() => shown(element) === plain.title);
      const toggle = find(element, '[part=toggle]');
      expect(toggle.textContent).to.include('หยุดเลื่อน');
      toggle.click();
      await element.updateComplete;
      expect(toggle.textContent).to.include('เลื่อนอัตโนมัติ');
      const before = shown(element);
      await wait();
      expect(shown(element)).to.equal(before);
    });

    it('does not move for a reader who wants less motion', async () => {
      await emulateMedia({ reducedMotion: 'reduce' });
      const element = await open();
      await wait();
      expect(shown(element)).to.equal(urgent.title);
      expect(find(element, '[part=toggle]').textContent).to.include('เลื่อนอัตโนมัติ');
    });

    it('waits while the focus or the pointer is on it', async () => {
      const element = await open();
      find(element, '[part=next]').focus();
      await wait();
      expect(shown(element)).to.equal(urgent.title);
      find(element, '[part=next]').blur();
      find(element, '.ticker').dispatchEvent(new PointerEvent('pointerenter'));
      await wait();
      expect(shown(element)).to.equal(urgent.title);
    });

    it('is not announced while it moves, but when a reader steps through it', async () => {
      const element = await open();
      expect(find(element, '.ticker ul').ariaLive).to.equal('off');
      find(element, '[part=toggle]').click();
      await element.updateComplete;
      expect(find(element, '.ticker ul').ariaLive).to.equal('polite');
    });

    it('steps by buttons and arrow keys, round and round', async () => {
      const element = await open();
      find(element, '[part=next]').focus();
      await sendKeys({ press: 'Enter' });
      await until(() => shown(element) === plain.title);
      await sendKeys({ press: 'ArrowRight' });
      await until(() => shown(element) === urgent.title);
      await sendKeys({ press: 'ArrowLeft' });
      await until(() => shown(element) === plain.title);
    });

    it('keeps headlines that are not on show from the keyboard and the ear', async () => {
      const element = await open();
      const [, other] = element.shadowRoot!.querySelectorAll('.slide');
      expect(getComputedStyle(other!).visibility).to.equal('hidden');
    });

    it('keeps its height whichever headline is on show', async () => {
      const element = await open();
      const before = element.offsetHeight;
      find(element, '[part=next]').click();
      await element.updateComplete;
      expect(element.offsetHeight).to.equal(before);
    });

    it('has no controls for a single headline', async () => {
      api.answer('/news', () => listAnswer([plain]));
      const element = await open();
      expect(element.shadowRoot!.querySelector('button')).to.equal(null);
    });

    it('says in words what is urgent and when it was published, in the Buddhist era', async () => {
      const element = await open();
      expect(find(element, '.slide[data-shown]').textContent).to.include('ด่วน');
      expect(find(element, '.slide[data-shown] time').textContent).to.equal('20 พฤศจิกายน 2569');
    });

    it('drops what has run out since it was read', async () => {
      api.answer('/news', () =>
        listAnswer([{ ...urgent, showUntil: '2020-01-01T00:00:00.000Z' }, plain])
      );
      const element = await open({ view: 'list' });
      expect(visibleText(element)).to.include(plain.title);
      expect(visibleText(element)).not.to.include(urgent.title);
    });

    it('opens an article in place with its files, and leads back to its headline', async () => {
      const element = await open({ view: 'list' });
      find<HTMLAnchorElement>(element, '[data-list] a').click();
      await until(() => visibleText(element).includes('สิ่งที่ต้องเตรียม'));
      expect(location.hash).to.equal(`#km-news=${urgent.id}`);
      await until(() => element.shadowRoot!.activeElement?.textContent?.includes(urgent.title));
      const file = find<HTMLAnchorElement>(element, '[part=file]');
      expect(file.href).to.equal(`${api.address}/uploads/schedule.pdf`);
      expect(file.textContent!.replace(/\s+/g, ' ')).to.include('(PDF, 248 กิโลไบต์, 2 หน้า)');
      find(element, '[part=back]').click();
      await until(() => element.shadowRoot!.activeElement?.textContent?.includes(urgent.title));
      expect(location.hash).to.equal('');
    });

    it('links to the page of each item when the page says where', async () => {
      const element = await open({ 'item-href': 'https://www.example.go.th/news/{id}' });
      expect(find<HTMLAnchorElement>(element, '.slide a').href).to.equal(
        `https://www.example.go.th/news/${urgent.id}`
      );
    });

    it('asks for nothing the news does not know, whatever topic the page sets', async () => {
      await open({ topic: 'budget' });
      expect(api.requests[0]!.url.search).to.equal('?pageSize=10');
    });
  });
});
