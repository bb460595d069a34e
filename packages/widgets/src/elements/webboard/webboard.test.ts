import { sendKeys } from '@web/test-runner-commands';
import { expect } from 'chai';
import { expectAccessible } from '../../../test/axe.js';
import {
  api,
  button,
  first,
  has,
  open,
  openReply,
  openThread,
  repliesPath,
  requests,
  scriptBoard,
  second,
  threadPath,
  type,
  untilButton,
  written,
} from '../../../test/board-page.js';
import { Deferred } from '../../../test/deferred.js';
import { find, unmount, until, visibleText } from '../../../test/fixture.js';
import {
  mine,
  myThread,
  officialReply,
  reply,
  similarHit,
  thread,
  threadId,
} from '../../../test/fixtures/threads.js';
import { resourceSuite } from '../../../test/resource-suite.js';
import { failure, itemAnswer, listAnswer } from '../../../test/scripted-api.js';
import { signIn } from '../../../test/sign-in.js';

describe('<km-webboard>', () => {
  describe('as every element', () => {
    resourceSuite({ tag: 'km-webboard', path: '/threads', items: [first, second], title: 'title' });
  });
});

describe('<km-webboard>', () => {
  scriptBoard();

  describe('accessibility', () => {
    it('passes axe with a thread, its accepted answer and unfolded acts, light and dark', async () => {
      api.answer(threadPath, () =>
        itemAnswer(
          thread({
            state: 'answered',
            acceptedGrade: 'official',
            acceptedReply: officialReply({ accepted: true }),
          })
        )
      );
      const element = await openThread();
      button(element, 'เพิ่มเติม', '.question').click();
      await untilButton(element, 'แจ้งผู้ดูแล');
      await expectAccessible(element);
      element.theme = 'dark';
      await expectAccessible(element);
    });

    it('passes axe while a thread loads, when it is gone, and where its replies fail', async () => {
      const answer = new Deferred<Response>();
      api.answer(threadPath, () => answer.promise);
      const element = await open({ item: threadId });
      await expectAccessible(element);
      answer.resolve(failure(404));
      await has(element, 'ไม่พบเนื้อหานี้');
      await expectAccessible(element);
      unmount();
      api.answer(threadPath, () => itemAnswer(thread()));
      api.answer(repliesPath, () => failure(404));
      const other = await open({ item: threadId });
      await until(() => other.shadowRoot!.querySelector('.replies [part=error]'));
      await expectAccessible(other);
    });

    it('passes axe with the page to ask, its errors, suggestions and personal data', async () => {
      await signIn(api);
      api.answer('/search/similar', () => listAnswer([similarHit()]));
      api.answer('/threads/check', () =>
        written({
          decision: 'warn',
          findings: [
            {
              field: 'body',
              kind: 'phone',
              range: [0, 10],
              text: '0812345678',
              message: 'อาจเป็นเบอร์โทรศัพท์',
              policy: 'warn',
            },
          ],
        })
      );
      const element = await open();
      (await untilButton(element, 'ตั้งกระทู้ใหม่')).click();
      await until(() => element.shadowRoot!.querySelector('#title'));
      await expectAccessible(element);
      type(element, '#body-ask', 'โทร 0812345678');
      button(element, 'ตั้งกระทู้', '.composer').click();
      await has(element, 'พิมพ์หัวข้ออย่างน้อย');
      type(element, '#title', 'โอนงบประมาณข้ามหมวด');
      await has(element, 'อาจมีคำตอบอยู่แล้ว');
      await has(element, 'อาจเป็นเบอร์โทรศัพท์');
      await expectAccessible(element);
      element.theme = 'dark';
      await expectAccessible(element);
    });

    it('passes axe with a box that asks a moderator why, and its error', async () => {
      await signIn(api, { isModerator: true });
      api.answer('/threads/mine', () => itemAnswer(mine({ isModerator: true })));
      const element = await openThread();
      await until(() => requests('/threads/mine').length);
      button(element, 'เพิ่มเติม', '.question').click();
      (await untilButton(element, 'จัดการ', '.question')).click();
      await until(() => element.shadowRoot!.querySelector('dialog[open]'));
      button(element, 'ยืนยัน', 'dialog').click();
      await has(element, 'ระบุเหตุผลอย่างน้อย');
      await expectAccessible(element);
    });

    it('does not scroll sideways at 280 pixels with a thread and the field to answer', async () => {
      await signIn(api);
      api.answer(threadPath, () =>
        itemAnswer(thread({ title: 'ก'.repeat(150), bodyHtml: `<pre>${'x'.repeat(300)}</pre>` }))
      );
      const element = await openThread();
      element.parentElement!.style.inlineSize = '280px';
      await openReply(element);
      expect(find(element, '.root').scrollWidth).to.be.at.most(280);
    });
  });

  describe('the list', () => {
    it('asks the API for what a reader chooses and types, and keeps the focus', async () => {
      const element = await open();
      await has(element, first.title);
      const [, state, kind, sort] = [
        ...element.shadowRoot!.querySelectorAll<HTMLSelectElement>('[part=filter]'),
      ];
      for (const [select, value] of [
        [state, 'open'],
        [kind, 'question'],
        [sort, 'unanswered'],
      ] as const) {
        select!.value = value;
        select!.dispatchEvent(new Event('change'));
      }
      find(element, '[part=search]').focus();
      type(element, '[part=search]', 'โอนงบ');
      await until(() => requests('/threads').some(({ url }) => url.searchParams.has('q')));
      const asked = Object.fromEntries(requests('/threads').at(-1)!.url.searchParams);
      expect(asked).to.deep.equal({
        state: 'open',
        kind: 'question',
        sort: 'unanswered',
        q: 'โอนงบ',
        pageSize: '10',
      });
      expect(element.shadowRoot!.activeElement).to.equal(find(element, '[part=search]'));
    });

    it('offers menus and general matters', async () => {
      api.answer('/topics', () =>
        listAnswer([{ slug: 'budget', titleTh: 'ระบบงบประมาณ', titleEn: 'Budget', children: [] }])
      );
      const element = await open();
      await has(element, 'ระบบงบประมาณ');
      const menu = find<HTMLSelectElement>(element, '[part=filter]');
      menu.value = 'general';
      menu.dispatchEvent(new Event('change'));
      await until(() => requests('/threads').at(-1)!.url.searchParams.get('topic') === 'general');
    });

    it('says whose answer a thread has, and what is new for a member', async () => {
      await signIn(api);
      api.answer('/threads', () =>
        listAnswer([{ ...first, state: 'answered', acceptedGrade: 'official' }, second])
      );
      api.answer('/threads/mine', () =>
        itemAnswer(mine({ threads: [myThread({ unread: 2, follow: 'immediate' })] }))
      );
      const element = await open();
      await has(element, 'ใหม่ 2');
      expect(visibleText(element)).to.include('คำตอบจาก สถ.');
    });

    it('shows what a member wrote and a moderator has not seen yet', async () => {
      await signIn(api);
      api.answer('/threads/mine', () =>
        itemAnswer(
          mine({
            held: [
              {
                id: threadId,
                kind: 'thread',
                thread: threadId,
                title: 'กระทู้แรกของฉัน',
                bodyHtml: '',
                heldReason: 'newMember',
                createdAt: '2026-11-20T03:00:00.000Z',
              },
            ],
          })
        )
      );
      const element = await open();
      await has(element, 'กระทู้แรกของฉัน');
      await expectAccessible(element);
    });
  });

  describe('the way to a thread and back', () => {
    it('opens a thread by keyboard, lands on its heading, and goes back to where it came from', async () => {
      const element = await open();
      await has(element, first.title);
      const link = find<HTMLAnchorElement>(element, '[data-list] a');
      link.focus();
      await sendKeys({ press: 'Enter' });
      await until(() => element.shadowRoot!.activeElement?.hasAttribute('data-item'));
      expect(location.hash).to.equal(`#km-thread=${threadId}`);
      history.back();
      await until(() => element.shadowRoot!.activeElement?.textContent === first.title);
      expect(location.hash).to.equal('');
    });

    it('leaves the page’s address alone where it is told to, and still goes back', async () => {
      const element = await open({ routes: 'element' });
      await has(element, first.title);
      const before = location.href;
      find(element, '[data-list] a').click();
      await until(() => element.shadowRoot!.querySelector('#reply-1'));
      expect(location.href).to.equal(before);
      history.back();
      await until(() => element.shadowRoot!.querySelector('[data-list]'));
    });

    it('takes the reader to the reply an address names, reading on until it is there', async () => {
      const far = reply({ id: 'reply0000000000000000077', number: 77 });
      api.answer(repliesPath, (url) =>
        listAnswer(url.searchParams.get('page') === '2' ? [far] : [reply()], 51)
      );
      location.hash = `#km-thread=${threadId}&reply=77`;
      const element = await open();
      await until(() => element.shadowRoot!.activeElement?.id === 'reply-77');
    });

    it('links to each thread’s page where the tag names one', async () => {
      const element = await open({ 'item-href': '/threads/{id}' });
      await has(element, first.title);
      const { pathname } = find<HTMLAnchorElement>(element, '[data-list] a');
      expect(pathname).to.equal(`/threads/${threadId}`);
    });

    it('does not show the thread before while the next one is under way', async () => {
      const element = await openThread();
      const answer = new Deferred<Response>();
      api.answer(`/threads/${second.id}`, () => answer.promise);
      location.hash = `#km-thread=${second.id}`;
      await until(() => element.shadowRoot!.querySelector('.skeleton'));
      expect(visibleText(element)).not.to.include(first.title);
    });
  });
});
