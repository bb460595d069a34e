import { expect } from 'chai';
import { expectAccessible } from '../../../test/axe.js';
import {
  api,
  bodyOf,
  button,
  first,
  has,
  open,
  openThread,
  posts,
  requests,
  scriptBoard,
  sentReply,
  threadPath,
  type,
  untilButton,
  written,
} from '../../../test/board-page.js';
import { Deferred } from '../../../test/deferred.js';
import { find, until, visibleText } from '../../../test/fixture.js';
import { mine, myThread, similarHit, threadId } from '../../../test/fixtures/threads.js';
import { failure, itemAnswer, listAnswer } from '../../../test/scripted-api.js';
import { ownMember, playWindow, signIn } from '../../../test/sign-in.js';

describe('<km-webboard>', () => {
  scriptBoard();

  describe('a thread of one’s own', () => {
    it('is changed with its title, menu, system and message as well as its words', async () => {
      await signIn(api);
      const budget = { slug: 'budget', titleTh: 'ระบบงบประมาณ', titleEn: 'Budget' };
      api.answer('/topics', () =>
        listAnswer([{ slug: 'pay', titleTh: 'ระบบเบิกจ่าย', titleEn: 'Pay', children: [] }])
      );
      api.answer('/threads/mine', () =>
        itemAnswer(mine({ threads: [myThread({ isAuthor: true, canEdit: true })] }))
      );
      api.answer(`${threadPath}/source`, () =>
        itemAnswer({
          title: 'ชื่อเดิม',
          body: 'คำเดิม',
          errorMessage: 'ORA-00001',
          topic: budget,
          appliesTo: 'elaas',
          attachments: [],
          revision: 2,
        })
      );
      api.answer(`${threadPath}/edit`, () => written({ ...sentReply, id: threadId, number: null }));
      const element = await openThread();
      await until(() => requests('/threads/mine').length);
      button(element, 'เพิ่มเติม', '.question').click();
      (await untilButton(element, 'แก้ไข', '.question')).click();
      await until(() => element.shadowRoot!.querySelector('#title'));
      await has(element, 'ระบบเบิกจ่าย');
      await expectAccessible(element);
      const menu = find<HTMLSelectElement>(element, '.composer select');
      expect(menu.selectedOptions[0]!.textContent.trim()).to.equal('ระบบงบประมาณ');
      menu.value = 'pay';
      menu.dispatchEvent(new Event('change'));
      type(element, '#title', 'ชื่อ');
      button(element, 'แก้ไข', '.composer').click();
      await has(element, 'พิมพ์หัวข้ออย่างน้อย');
      type(element, '#title', 'ชื่อใหม่ของกระทู้');
      button(element, 'แก้ไข', '.composer').click();
      await until(() => posts(`${threadPath}/edit`).length);
      expect(bodyOf(posts(`${threadPath}/edit`)[0]!)).to.deep.equal({
        revision: 2,
        title: 'ชื่อใหม่ของกระทู้',
        body: 'คำเดิม',
        topic: 'pay',
        appliesTo: 'elaas',
        errorMessage: 'ORA-00001',
        attachments: [],
        personalDataSeen: false,
      });
      await until(() => !element.shadowRoot!.querySelector('.composer'), 'the form is gone');
    });
  });

  describe('asking', () => {
    const ask = async () => {
      const element = await open();
      (await untilButton(element, 'ตั้งกระทู้ใหม่')).click();
      await until(() => element.shadowRoot!.querySelector('#title'), 'the form is there');
      return element;
    };

    it('asks a reader to sign in first, and goes nowhere when they close the window', async () => {
      const element = await open();
      await has(element, first.title);
      const words = 'เข้าสู่ระบบเพื่อตั้งกระทู้';
      const { open: real } = window;
      playWindow(api, null);
      (await untilButton(element, words)).click();
      await until(() => window.open === real, 'the window was opened');
      playWindow(api, ownMember());
      await until(() => {
        // Until the window is seen to be closed, a click waits for it.
        const [ask] = [...element.shadowRoot!.querySelectorAll('button')].filter(
          ({ textContent }) => textContent.includes(words)
        );
        if (window.open !== real) expect(location.hash).to.equal('');
        ask?.click();
        return element.shadowRoot!.querySelector('#title');
      });
    });

    it('posts a thread with all that was said and opens it', async () => {
      await signIn(api);
      const element = await ask();
      api.answer('/search/similar', () => listAnswer([]));
      api.answer('/threads', (_url, { method }) =>
        method === 'POST'
          ? written({ ...sentReply, id: threadId, number: null }, 201)
          : listAnswer([first])
      );
      type(element, '#title', ' โอนงบประมาณไม่ได้ ');
      type(element, '#body-ask', 'ทำตามคู่มือแล้ว');
      button(element, 'ตั้งกระทู้', '.composer').click();
      await until(() => element.shadowRoot!.querySelector('#reply-2'), 'the thread is open');
      const { key, ...sent } = bodyOf(posts('/threads')[0]!);
      expect(key).to.match(/^[\w-]{16,64}$/);
      expect(sent).to.deep.equal({
        kind: 'question',
        title: 'โอนงบประมาณไม่ได้',
        body: 'ทำตามคู่มือแล้ว',
        topic: null,
        appliesTo: 'both',
        attachments: [],
        personalDataSeen: false,
      });
    });

    it('says beside each field what is missing and takes the writer there', async () => {
      await signIn(api);
      const element = await ask();
      button(element, 'ตั้งกระทู้', '.composer').click();
      await has(element, 'พิมพ์หัวข้ออย่างน้อย');
      expect(visibleText(element)).to.include('พิมพ์ข้อความก่อนส่ง');
      expect(element.shadowRoot!.activeElement?.id).to.equal('title');
      expect(posts('/threads')).to.have.length(0);
    });

    it('ends where a suggestion is what was asked, and counts it', async () => {
      await signIn(api);
      api.answer('/search/similar', () => listAnswer([similarHit()]));
      api.answer('/threads/deflections', () => written({ recorded: true }, 201));
      const element = await ask();
      type(element, '#title', 'โอนงบประมาณข้ามหมวด');
      (await untilButton(element, 'ตรงกับที่ฉันถาม')).click();
      await has(element, 'ดีใจที่พบคำตอบแล้ว');
      await until(() => posts('/threads/deflections').length);
      expect(bodyOf(posts('/threads/deflections')[0]!)).to.deep.equal({
        title: 'โอนงบประมาณข้ามหมวด',
        service: 'faq',
        id: 'faq0000000000000000000001',
      });
      expect(element.shadowRoot!.querySelector('.composer')).to.equal(null);
      expect(posts('/threads')).to.have.length(0);
      button(element, 'กลับไปที่รายการ', '#solved').click();
      await has(element, first.title);
    });

    it('shows only what belongs to the title as it stands', async () => {
      await signIn(api);
      const slow = new Deferred<Response>();
      api.answer('/search/similar', (url) =>
        url.searchParams.get('q') === 'โอนงบประมาณ' ? slow.promise : listAnswer([])
      );
      const element = await ask();
      type(element, '#title', 'โอนงบประมาณ');
      await until(() => requests('/search/similar').length === 1);
      type(element, '#title', 'ปิดบัญชีสิ้นปี');
      await until(() => requests('/search/similar').length === 2);
      slow.resolve(listAnswer([similarHit()]));
      await until(() => requests('/search/similar')[0]!.options.signal!.aborted);
      expect(visibleText(element)).not.to.include('ตรงกับที่ฉันถาม');
    });

    it('lets a writer who was signed out meanwhile sign in again and keeps every word', async () => {
      await signIn(api);
      const element = await ask();
      api.answer('/threads', (_url, { method }) =>
        method === 'POST' ? failure(401) : listAnswer([first])
      );
      type(element, '#title', 'โอนงบประมาณไม่ได้');
      type(element, '#body-ask', 'ทุกคำยังอยู่');
      button(element, 'ตั้งกระทู้', '.composer').click();
      await has(element, 'ท่านออกจากระบบแล้ว');
      expect(find<HTMLTextAreaElement>(element, '#body-ask').value).to.equal('ทุกคำยังอยู่');
    });

    it('speaks English', async () => {
      await signIn(api);
      const element = await ask();
      element.lang = 'en';
      await has(element, 'Menu it is about');
      await has(element, 'Post the thread');
    });
  });
});
