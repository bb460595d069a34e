import { sendKeys } from '@web/test-runner-commands';
import { expect } from 'chai';
import { expectAccessible } from '../../../test/axe.js';
import { find, mount, reset, until, visibleText } from '../../../test/fixture.js';
import { faqItem, faqListItem } from '../../../test/fixtures/faqs.js';
import { resourceSuite } from '../../../test/resource-suite.js';
import {
  failure,
  itemAnswer,
  listAnswer,
  scriptApi,
  type ScriptedApi,
} from '../../../test/scripted-api.js';
import './faq-list.define.js';
import type { FaqListElement, KmFaqToggleEvent } from './faq-list.js';

const first = faqListItem();
const second = faqListItem({
  id: 'faq0000000000000000000002',
  question: 'ลืมรหัสผ่านต้องทำอย่างไร',
  errorMessages: [],
  pinned: true,
});

describe('<km-faq-list>', () => {
  describe('as every element', () => {
    resourceSuite({
      tag: 'km-faq-list',
      path: '/faqs',
      items: [first, second],
      title: 'question',
    });
  });

  describe('by itself', () => {
    let api: ScriptedApi;
    beforeEach(() => {
      api = scriptApi();
      api.answer('/faqs', () => listAnswer([first, second]));
      api.answer(`/faqs/${first.id}`, () => itemAnswer(faqItem()));
      api.answer(`/faqs/${second.id}`, () => itemAnswer(faqItem(second)));
    });
    afterEach(() => {
      reset();
      api.restore();
    });

    const open = async (attributes: Record<string, string> = {}) => {
      const element = await mount<FaqListElement>('km-faq-list', {
        api: api.address,
        ...attributes,
      });
      await until(() => element.shadowRoot!.querySelector('.item'));
      return element;
    };
    const questions = (element: Element) => [
      ...element.shadowRoot!.querySelectorAll<HTMLButtonElement>('[part=question]'),
    ];
    const isOpen = (button: Element | undefined) =>
      button?.getAttribute('aria-expanded') === 'true';
    const click = async (element: FaqListElement, selector: string) => {
      find(element, selector).click();
      await element.updateComplete;
    };

    it('passes axe with open answers, feedback and related documents', async () => {
      const element = await open();
      element.openAll();
      await until(() => visibleText(element).includes('คู่มือการโอนงบประมาณ'));
      await click(element, '[part=feedback] button:last-of-type');
      await expectAccessible(element);
      element.theme = 'dark';
      await expectAccessible(element);
    });

    it('has real headings of the level the page asks for', async () => {
      const element = await open({ 'heading-level': '2' });
      expect(element.shadowRoot!.querySelectorAll('h2 > button')).to.have.length(2);
    });

    it('opens and closes an answer by keyboard and keeps the focus', async () => {
      const element = await open();
      const [question] = questions(element);
      question!.focus();
      await sendKeys({ press: 'Enter' });
      await until(() => isOpen(question));
      expect(visibleText(element)).to.include('ยอดงบประมาณคงเหลือ');
      await sendKeys({ press: 'Space' });
      await until(() => !isOpen(question));
      expect(element.shadowRoot!.activeElement).to.equal(question);
    });

    it('reaches what an open answer offers by Tab, and nothing of a closed one', async () => {
      const element = await open();
      questions(element)[0]!.focus();
      await sendKeys({ press: 'Tab' });
      expect(element.shadowRoot!.activeElement).to.equal(questions(element)[1]);
    });

    it('lets a page refuse that an answer opens', async () => {
      const element = await open();
      const seen: [string, boolean][] = [];
      element.addEventListener('km-faq-toggle', (event) => {
        const { faqId, open: opens } = event as KmFaqToggleEvent;
        seen.push([faqId, opens]);
        event.preventDefault();
      });
      await click(element, '[part=question]');
      expect(seen).to.deep.equal([[first.id, true]]);
      expect(isOpen(questions(element)[0])).to.equal(false);
    });

    it('opens and closes all', async () => {
      const element = await open();
      await click(element, '[part=toggle-all]');
      expect(questions(element).every(isOpen)).to.equal(true);
      await click(element, '[part=toggle-all]');
      expect(questions(element).some(isOpen)).to.equal(false);
    });

    it('asks the API for what a reader types, once they pause, and keeps the focus', async () => {
      const element = await open();
      const input = find<HTMLInputElement>(element, '[part=search]');
      api.answer('/faqs', (url) =>
        listAnswer(url.searchParams.get('q') === 'รหัส' ? [second] : [first, second])
      );
      const before = api.requests.length;
      input.focus();
      for (const text of ['ร', 'รห', 'รหัส']) {
        input.value = text;
        input.dispatchEvent(new Event('input'));
      }
      await until(() => questions(element).length === 1);
      expect(api.requests.length - before).to.equal(1);
      expect(element.shadowRoot!.activeElement).to.equal(input);
    });

    it('does not keep what a reader typed in the browser', async () => {
      const element = await open();
      const input = find<HTMLInputElement>(element, '[part=search]');
      input.value = 'ชื่อของฉัน';
      input.dispatchEvent(new Event('input'));
      await until(() => api.requests.some(({ url }) => url.searchParams.has('q')));
      await until(() => find(element, '.root').ariaBusy === 'false');
      expect(decodeURIComponent(JSON.stringify({ ...localStorage }))).not.to.include('ชื่อของฉัน');
    });

    it('shows related manuals and laws once an answer is open', async () => {
      const element = await open();
      expect(api.requests.some(({ url }) => url.pathname.endsWith(first.id))).to.equal(false);
      await click(element, '[part=question]');
      await until(() => visibleText(element).includes('คู่มือการโอนงบประมาณ'));
      expect(find<HTMLAnchorElement>(element, '.aside a').href).to.equal(
        `${api.address}/manuals/manual00000000000000000001`
      );
    });

    it('opens the answer an address leads to and takes the reader there', async () => {
      location.hash = `#km-faq=${second.id}`;
      const element = await open();
      await until(() => isOpen(questions(element)[1]));
      await until(() => element.shadowRoot!.activeElement === questions(element)[1]);
    });

    it('shows the question an address leads to although the list ends before it', async () => {
      api.answer('/faqs', () => listAnswer([first]));
      location.hash = `#km-faq=${second.id}`;
      const element = await open();
      await until(() => questions(element).length === 2);
      expect(questions(element)[0]!.textContent).to.include(second.question);
    });

    it('says so when the question of an address is gone, and shows the others', async () => {
      location.hash = '#km-faq=gone0000000000000000000001';
      const element = await open();
      await until(() => visibleText(element).includes('ไม่พบเนื้อหานี้'));
      expect(questions(element)).to.have.length(2);
    });

    it('leaves the hashes of the page alone', async () => {
      location.hash = '#contact';
      const element = await open();
      await click(element, '[part=question]');
      expect(location.hash).to.equal('#contact');
      expect(element.shadowRoot!.activeElement).to.equal(null);
    });

    it('opens the answer the item attribute names', async () => {
      const element = await open({ item: second.id });
      expect(isOpen(questions(element)[1])).to.equal(true);
    });

    it('marks pinned questions and sample content', async () => {
      const element = await open();
      expect(questions(element)[1]!.textContent).to.include('คำถามสำคัญ');
      expect(questions(element)[0]!.textContent).to.include('ข้อมูลตัวอย่าง');
    });

    it('shows messages of the screen as text to compare with', async () => {
      const element = await open();
      await click(element, '[part=question]');
      expect(find(element, 'code').textContent).to.equal('ยอดงบประมาณคงเหลือไม่เพียงพอ (ERR-2104)');
    });

    it('makes no link of an address that could run', async () => {
      api.answer('/faqs', () =>
        listAnswer([
          faqListItem({
            answer: [
              {
                type: 'paragraph',
                children: [
                  {
                    type: 'link',
                    url: 'javascript:alert(1)',
                    children: [{ type: 'text', text: 'กดที่นี่' }],
                  },
                ],
              },
            ],
          }),
        ])
      );
      const element = await open();
      await click(element, '[part=question]');
      expect(visibleText(element)).to.include('กดที่นี่');
      expect(element.shadowRoot!.querySelector('.blocks a')).to.equal(null);
    });

    it('sends yes at once and thanks', async () => {
      const sent: unknown[] = [];
      api.answer(`/faqs/${first.id}/feedback`, (_url, { body }) => {
        sent.push(JSON.parse(body as string));
        return Response.json({ data: { helpful: 1, notHelpful: 0 }, meta: {} }, { status: 201 });
      });
      const element = await open();
      await click(element, '[part=question]');
      await click(element, '[part=feedback] button');
      await until(() => visibleText(element).includes('ขอบคุณ'));
      expect(sent).to.deep.equal([{ helpful: true }]);
      await until(() => element.shadowRoot!.activeElement?.textContent?.includes('ขอบคุณ'));
    });

    it('asks who says no why, and keeps what they wrote when it cannot be sent', async () => {
      const sent: unknown[] = [];
      api.answer(`/faqs/${first.id}/feedback`, () => failure(429));
      const element = await open();
      await click(element, '[part=question]');
      await click(element, '[part=feedback] button:last-of-type');
      await click(element, 'input[value=outdated]');
      find<HTMLTextAreaElement>(element, 'textarea').value = ' เมนูเปลี่ยนแล้ว ';
      await click(element, 'form .primary');
      await until(() => visibleText(element).includes('มากเกินไป'));
      api.answer(`/faqs/${first.id}/feedback`, (_url, { body }) => {
        sent.push(JSON.parse(body as string));
        return Response.json({ data: { helpful: 0, notHelpful: 1 }, meta: {} }, { status: 201 });
      });
      await click(element, 'form .primary');
      await until(() => visibleText(element).includes('ขอบคุณ'));
      expect(sent).to.deep.equal([{ helpful: false, reason: 'outdated', comment: 'เมนูเปลี่ยนแล้ว' }]);
    });

    it('takes no comment of more than 500 characters', async () => {
      const element = await open();
      await click(element, '[part=question]');
      await click(element, '[part=feedback] button:last-of-type');
      expect(find<HTMLTextAreaElement>(element, 'textarea').maxLength).to.equal(500);
    });

    it('shows more when asked and says how much there is', async () => {
      api.answer('/faqs', (url) =>
        listAnswer([url.searchParams.get('page') === '2' ? second : first], 2)
      );
      const element = await open({ limit: '1' });
      expect(visibleText(element)).to.include('แสดง 1 จากทั้งหมด 2 รายการ');
      await click(element, '[part=more]');
      await until(() => questions(element).length === 2);
      expect(element.shadowRoot!.querySelector('[part=more]')).to.equal(null);
    });

    it('speaks English', async () => {
      const element = await open({ lang: 'en' });
      await until(() => visibleText(element).includes('Open all answers'));
      expect(find(element, '[part=question] [lang=th]').textContent).to.equal(first.question);
    });
  });
});
