import { sendKeys } from '@web/test-runner-commands';
import { expect } from 'chai';
import { expectAccessible } from '../../../test/axe.js';
import { Deferred } from '../../../test/deferred.js';
import { find, mount, reset, until, unmount, visibleText } from '../../../test/fixture.js';
import {
  mine,
  myThread,
  officialReply,
  reply,
  replyIds,
  similarHit,
  thread,
  threadId,
  threadListItem,
} from '../../../test/fixtures/threads.js';
import { resourceSuite } from '../../../test/resource-suite.js';
import {
  failure,
  itemAnswer,
  listAnswer,
  scriptApi,
  unreachable,
  type ScriptedApi,
} from '../../../test/scripted-api.js';
import { ownMember, playWindow, signIn } from '../../../test/sign-in.js';
// What is fetched later is here before the first test: a slow machine is no failure of the board.
import './act-dialogs.js';
import './ask-page.js';
import './more-acts.js';
import './pending-posts.js';
import './reply-desk.js';
import './thread-page.js';
import './webboard.define.js';
import type { WebboardElement } from './webboard.js';

const first = threadListItem();
const second = threadListItem({
  id: 'thread000000000000000002',
  title: 'แลกเปลี่ยนวิธีปิดบัญชีสิ้นปี',
  kind: 'discussion',
  pinned: true,
  topic: null,
});
const written = (data: unknown, status = 200) => Response.json({ data, meta: {} }, { status });
const sentReply = {
  id: 'reply0000000000000000009',
  thread: threadId,
  number: 3,
  state: 'shown',
  heldReason: null,
  revision: 1,
};
const bodyOf = ({ options }: { options: RequestInit }) =>
  JSON.parse(options.body as string) as Record<string, unknown>;

describe('<km-webboard>', () => {
  describe('as every element', () => {
    resourceSuite({ tag: 'km-webboard', path: '/threads', items: [first, second], title: 'title' });
  });

  describe('by itself', () => {
    let api: ScriptedApi;
    const threadPath = `/threads/${threadId}`;
    const repliesPath = `${threadPath}/replies`;

    beforeEach(() => {
      api = scriptApi();
      api.answer('/threads', () => listAnswer([first, second]));
      api.answer('/topics', () => listAnswer([]));
      api.answer(threadPath, () => itemAnswer(thread()));
      api.answer(repliesPath, () => listAnswer([reply(), officialReply()]));
      api.answer('/threads/mine', () => itemAnswer(mine()));
      api.answer(`${threadPath}/read`, () => written({ lastRead: 2, unreadThreads: 0 }));
      api.answer('/threads/check', () => written({ decision: 'pass', findings: [] }));
      api.answer('/members/me', () => itemAnswer(ownMember()));
    });
    afterEach(() => {
      reset();
      api.restore();
    });

    const open = (attributes: Record<string, string> = {}) =>
      mount<WebboardElement>('km-webboard', { api: api.address, ...attributes });
    const openThread = async (attributes: Record<string, string> = {}) => {
      const element = await open({ item: threadId, ...attributes });
      await until(() => element.shadowRoot!.querySelector('#reply-2'), 'the replies are there');
      return element;
    };
    const has = (element: Element, text: string) =>
      until(() => visibleText(element).includes(text), `it shows ${text}`);
    const button = (element: Element, words: string, within = '') => {
      const found = [
        ...element.shadowRoot!.querySelectorAll<HTMLButtonElement>(`${within} button`),
      ].find(({ textContent, hidden }) => !hidden && textContent.includes(words));
      if (!found) throw new Error(`No button ${words}: ${visibleText(element)}`);
      return found;
    };
    const untilButton = async (element: Element, words: string, within = '') => {
      await until(() => {
        try {
          return button(element, words, within);
        } catch {
          return false;
        }
      }, `there is a button ${words}`);
      return button(element, words, within);
    };
    const type = (element: Element, selector: string, text: string) => {
      const field = find<HTMLInputElement>(element, selector);
      field.value = text;
      field.dispatchEvent(new InputEvent('input', { bubbles: true }));
    };
    const requests = (path: string) =>
      api.requests.filter(({ url }) => url.pathname === `/api/km/v1${path}`);
    const posts = (path: string) =>
      requests(path).filter(({ options }) => options.method === 'POST');
    const openReply = async (element: Element) => {
      (await untilButton(element, 'ตอบกระทู้')).click();
      await until(() => element.shadowRoot!.querySelector('.composer'), 'the field is there');
    };

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

    describe('a thread', () => {
      it('shows the accepted answer first, with its grade, and again in its place', async () => {
        const accepted = officialReply({ accepted: true });
        api.answer(threadPath, () =>
          itemAnswer(
            thread({ state: 'answered', acceptedGrade: 'official', acceptedReply: accepted })
          )
        );
        api.answer(repliesPath, () => listAnswer([reply(), accepted]));
        const element = await openThread();
        const articles = [...element.shadowRoot!.querySelectorAll('article')];
        expect(articles.map(({ ariaLabel }) => ariaLabel)).to.deep.equal([
          'คำตอบที่เลือก',
          'คำตอบที่ 1',
          'คำตอบที่ 2',
        ]);
        expect(articles[0]!.textContent).to.include('คำตอบจาก สถ.');
        articles[0]!.querySelector<HTMLAnchorElement>('.no-print a')!.click();
        await until(() => element.shadowRoot!.activeElement?.id === 'reply-2');
      });

      it('builds a post anew from what a post may have: nothing of it can run', async () => {
        api.answer(threadPath, () =>
          itemAnswer(
            thread({
              bodyHtml: `<p onclick="kmHacked=1">เริ่ม <b>หนา</b></p><h3>หัวข้อย่อย</h3><script>kmHacked=1</script>
                <svg onload="kmHacked=1"><p>ภาพ</p></svg><img src="https://evil.example/x.png" onerror="kmHacked=1" alt="นับคน">
                <img src="/api/km/v1/attachments/a" alt="หน้าจอ"><a href="javascript:kmHacked=1">กด</a>
                <a href="https://www.dla.go.th/" target="_top" style="position:fixed">กรม</a><iframe src="//evil.example"></iframe>`,
            })
          )
        );
        const element = await openThread();
        const body = find(element, '.question .blocks');
        expect(
          body.querySelector('script, svg, iframe, b, h3, [onclick], [style], [target]')
        ).to.equal(null);
        const [foreign, own] = body.querySelectorAll('img');
        expect(foreign!.hasAttribute('src')).to.equal(false);
        expect(own!.src).to.equal(`${api.address}/api/km/v1/attachments/a`);
        const [dead, link] = body.querySelectorAll('a');
        expect(dead!.hasAttribute('href')).to.equal(false);
        expect(link!.href).to.equal('https://www.dla.go.th/');
        expect(link!.rel).to.equal('nofollow ugc noopener');
        expect(body.textContent).to.include('หนา');
        expect(body.textContent).not.to.include('kmHacked');
        expect('kmHacked' in window).to.equal(false);
      });

      it('keeps the nodes of a post while its words stay the same', async () => {
        const element = await openThread();
        const words = find(element, '.question strong');
        const before = requests(repliesPath).length;
        await until(() => requests(repliesPath).length > before, 'it looks again by itself');
        expect(find(element, '.question strong')).to.equal(words);
      });

      it('says that there are new replies, once, without moving the reader', async () => {
        const element = await openThread();
        const live = find(element, ':host > [role=status], .root ~ [role=status]');
        api.answer(repliesPath, () =>
          listAnswer([
            reply(),
            officialReply(),
            reply({ id: 'reply0000000000000000003', number: 3, bodyHtml: '<p>ได้แล้ว</p>' }),
          ])
        );
        await until(() => live.textContent === 'มีคำตอบใหม่ 1 รายการ');
        expect(visibleText(element)).to.include('ได้แล้ว');
        expect(element.shadowRoot!.activeElement).to.equal(null);
      });

      it('says what was taken away, closed, merged and made a question of the FAQ', async () => {
        api.answer(threadPath, () =>
          itemAnswer(
            thread({
              state: 'closed',
              closedReason: 'ตอบครบแล้ว',
              mergedInto: { id: second.id, title: second.title },
              faq: { id: 'faq0000000000000000000001', title: 'โอนงบประมาณ' },
            })
          )
        );
        api.answer(repliesPath, () =>
          listAnswer([reply({ removed: 'moderator', bodyHtml: '' }), officialReply()])
        );
        const element = await openThread();
        for (const words of ['ตอบครบแล้ว', second.title, 'ผู้ดูแลนำข้อความนี้ออกแล้ว']) {
          expect(visibleText(element)).to.include(words);
        }
        expect(element.shadowRoot!.querySelector('.reply-box')).to.equal(null);
        expect(visibleText(element)).not.to.include('อ้างถึง');
      });

      it('lets any reader report a post without an account', async () => {
        const path = `/replies/${replyIds[0]}/report`;
        api.answer(path, () => written({ recorded: true }, 201));
        const element = await openThread();
        button(element, 'เพิ่มเติม', '#reply-1').click();
        (await untilButton(element, 'แจ้งผู้ดูแล', '#reply-1')).click();
        await until(() => element.shadowRoot!.querySelector('dialog[open]'));
        find<HTMLInputElement>(element, 'dialog [value=rude]').click();
        button(element, 'ส่งให้ผู้ดูแล', 'dialog').click();
        await has(element, 'ส่งเรื่องให้ผู้ดูแลแล้ว');
        expect(bodyOf(requests(path)[0]!)).to.deep.equal({ reason: 'rude' });
        expect(requests(path)[0]!.options.headers).not.to.have.property('Authorization');
      });

      it('lets a reader sign in to vote, and counts as the server does', async () => {
        playWindow(api, ownMember());
        const path = `${threadPath}/same-problem`;
        api.answer(path, () => written({ on: true, count: 9 }));
        const element = await openThread();
        button(element, 'มีปัญหาเดียวกัน 7').click();
        const vote = await untilButton(element, 'มีปัญหาเดียวกัน 9');
        await until(() => vote.ariaPressed === 'true');
        expect(bodyOf(requests(path)[0]!)).to.deep.equal({ on: true });
        expect(requests(path)[0]!.options.headers).to.have.property(
          'Authorization',
          'Bearer token-of-this-page'
        );
      });

      it('says why nobody can sign in where the browser blocks the window', async () => {
        const realOpen = window.open;
        window.open = () => null;
        try {
          const element = await openThread();
          button(element, 'มีปัญหาเดียวกัน').click();
          await has(element, 'เบราว์เซอร์ปิดกั้นหน้าต่าง');
        } finally {
          window.open = realOpen;
        }
      });

      it('accepts an answer, and shows how it stands where somebody else was faster', async () => {
        await signIn(api);
        api.answer('/threads/mine', () =>
          itemAnswer(mine({ threads: [myThread({ isAuthor: true, canAccept: true })] }))
        );
        const path = `${threadPath}/accept`;
        api.answer(path, () => failure(409));
        const element = await openThread();
        (await untilButton(element, 'เลือกเป็นคำตอบ', '#reply-2')).click();
        await has(element, 'มีผู้เปลี่ยนแปลงไปก่อนแล้ว');
        expect(bodyOf(requests(path)[0]!)).to.deep.equal({ reply: replyIds[1], replaces: null });
      });

      it('tells the server what a member has read', async () => {
        await signIn(api);
        await openThread();
        await until(() => posts(`${threadPath}/read`).length);
        expect(bodyOf(posts(`${threadPath}/read`)[0]!)).to.deep.equal({ lastRead: 2 });
      });

      it('tells once that somebody looks at it, and nothing of who it is', async () => {
        const path = `${threadPath}/views`;
        api.answer(path, () => written({ recorded: true }));
        const element = await openThread();
        const before = requests(repliesPath).length;
        await until(() => requests(repliesPath).length > before, 'it looks again by itself');
        await element.updateComplete;
        expect(requests(path)).to.have.length(1);
        expect(bodyOf(requests(path)[0]!)).to.deep.equal({});
      });

      it('follows a thread the way a member chooses', async () => {
        await signIn(api);
        api.answer(`${threadPath}/follow`, () => written({ mode: 'digest' }));
        const element = await openThread();
        await until(() => element.shadowRoot!.querySelector('.acts select'));
        const select = find<HTMLSelectElement>(element, '.acts select');
        select.value = 'digest';
        select.dispatchEvent(new Event('change'));
        await until(() => posts(`${threadPath}/follow`).length);
        expect(bodyOf(posts(`${threadPath}/follow`)[0]!)).to.deep.equal({ mode: 'digest' });
      });
    });

    describe('moderators and officers', () => {
      it('act in place, with a reason', async () => {
        await signIn(api, { isModerator: true });
        api.answer('/threads/mine', () => itemAnswer(mine({ isModerator: true })));
        const path = `${threadPath}/actions`;
        api.answer(path, () => written({ done: true }));
        const element = await openThread();
        button(element, 'เพิ่มเติม', '.question').click();
        (await untilButton(element, 'จัดการ', '.question')).click();
        await until(() => element.shadowRoot!.querySelector('dialog[open]'));
        const act = find<HTMLSelectElement>(element, 'dialog select');
        act.value = 'merge';
        act.dispatchEvent(new Event('change', { bubbles: true }));
        type(element, 'dialog [name=reason]', 'ถามเรื่องเดียวกัน');
        button(element, 'ยืนยัน', 'dialog').click();
        await has(element, 'วางลิงก์ที่คัดลอก');
        type(
          element,
          'dialog [name=into]',
          `https://www.example.go.th/ask#km-thread=${second.id}&reply=2`
        );
        button(element, 'ยืนยัน', 'dialog').click();
        await until(() => posts(path).length);
        expect(bodyOf(posts(path)[0]!)).to.deep.equal({
          action: 'merge',
          reason: 'ถามเรื่องเดียวกัน',
          into: second.id,
        });
        await until(() => !element.shadowRoot!.querySelector('dialog'));
      });

      it('make an official answer a question of the FAQ', async () => {
        await signIn(api, { grade: 'officer' });
        api.answer('/threads/mine', () => itemAnswer(mine({ grade: 'officer' })));
        const path = `${threadPath}/promote`;
        api.answer(path, () => written({ faq: 'f'.repeat(24), published: true }, 201));
        const element = await openThread();
        await until(() => requests('/threads/mine').length);
        button(element, 'เพิ่มเติม', '#reply-2').click();
        (await untilButton(element, 'ทำเป็นคำถามที่พบบ่อย', '#reply-2')).click();
        await until(() => element.shadowRoot!.querySelector('dialog[open]'));
        find(element, 'dialog [name=publish]').click();
        button(element, 'ยืนยัน', 'dialog').click();
        await until(() => posts(path).length);
        expect(bodyOf(posts(path)[0]!)).to.deep.equal({
          reply: replyIds[1],
          question: first.title,
          publish: true,
        });
      });

      it('are not offered what others may not do', async () => {
        await signIn(api);
        const element = await openThread();
        button(element, 'เพิ่มเติม', '#reply-2').click();
        await untilButton(element, 'แจ้งผู้ดูแล', '#reply-2');
        expect(visibleText(element)).not.to.include('จัดการ');
        expect(visibleText(element)).not.to.include('ทำเป็นคำถามที่พบบ่อย');
      });
    });

    describe('a reply', () => {
      it('is written and sent by keyboard, and read again', async () => {
        await signIn(api);
        api.answer(repliesPath, (_url, { method }) =>
          method === 'POST' ? written(sentReply, 201) : listAnswer([reply(), officialReply()])
        );
        const element = await openThread();
        const opener = await untilButton(element, 'ตอบกระทู้');
        opener.focus();
        await sendKeys({ press: 'Enter' });
        await until(() => element.shadowRoot!.activeElement?.localName === 'textarea');
        await sendKeys({ type: 'ขอบคุณ' });
        button(element, 'ตอบกระทู้', '.composer').focus();
        await sendKeys({ press: 'Enter' });
        await has(element, 'ส่งคำตอบแล้ว');
        const [sent] = posts(repliesPath);
        expect(bodyOf(sent!)).to.include({ body: 'ขอบคุณ', personalDataSeen: false });
        expect(bodyOf(sent!).key).to.match(/^[\w-]{16,64}$/);
        expect(JSON.stringify({ ...localStorage })).not.to.include('ขอบคุณ');
      });

      it('quotes another, mentions its author and is told when it is held', async () => {
        await signIn(api);
        api.answer(repliesPath, (_url, { method }) =>
          method === 'POST'
            ? written({ ...sentReply, state: 'held', heldReason: 'newMember' }, 201)
            : listAnswer([reply(), officialReply()])
        );
        const element = await openThread();
        button(element, 'อ้างถึง', '#reply-1').click();
        await has(element, 'อ้างถึงคำตอบที่ 1 ของ กองคลังบ้านเหนือ');
        button(element, 'เพิ่มเติม', '#reply-1').click();
        (await untilButton(element, 'กล่าวถึง', '#reply-1')).click();
        const field = find<HTMLTextAreaElement>(element, '.composer textarea');
        await until(() => field.value.includes('@กองคลังบ้านเหนือ'));
        button(element, 'ตอบกระทู้', '.composer').click();
        await has(element, 'ข้อความแรกของสมาชิกใหม่');
        expect(bodyOf(posts(repliesPath)[0]!)).to.include({
          quoteOf: replyIds[0],
          body: '[@กองคลังบ้านเหนือ](member:member000000000000000002)',
        });
      });

      it('keeps its draft in the browser until it is sent, for its writer alone', async () => {
        await signIn(api);
        const element = await openThread();
        await openReply(element);
        type(element, '.composer textarea', 'ร่างที่ยังไม่ส่ง');
        await has(element, 'เก็บร่างไว้');
        unmount();
        const again = await openThread();
        await until(
          () =>
            again.shadowRoot!.querySelector<HTMLTextAreaElement>('.composer textarea')?.value ===
            'ร่างที่ยังไม่ส่ง'
        );
        unmount();
        await signIn(api, { id: 'member000000000000000099' });
        const other = await openThread();
        await openReply(other);
        expect(find<HTMLTextAreaElement>(other, '.composer textarea').value).to.equal('');
      });

      it('waits in the browser while the line is down, and is sent once when it is back', async () => {
        await signIn(api);
        let isDown = true;
        const arrived = new Map<string, number>();
        api.answer(repliesPath, (_url, { method, body }) => {
          if (method !== 'POST') return listAnswer([reply(), officialReply()]);
          const { key } = JSON.parse(body as string) as { key: string };
          // The line breaks after the server has taken the post: nobody here can know.
          arrived.set(key, (arrived.get(key) ?? 0) + 1);
          return isDown ? unreachable() : written(sentReply, 201);
        });
        const element = await openThread();
        await openReply(element);
        type(element, '.composer textarea', 'คำตอบที่ค้างอยู่');
        button(element, 'ตอบกระทู้', '.composer').click();
        await has(element, 'มีข้อความที่ยังไม่ได้ส่ง 1 รายการ');
        await expectAccessible(element);
        unmount();
        isDown = false;
        const again = await openThread();
        await until(() => !localStorage.getItem(`km outbox ${api.address}`), 'nothing waits');
        await has(again, 'ส่งข้อความที่ค้างไว้แล้ว');
        window.dispatchEvent(new Event('online'));
        expect(arrived.size).to.equal(1);
        expect([...arrived.values()][0]).to.be.at.least(2);
      });

      it('gives a waiting post back when the server refuses it after all', async () => {
        await signIn(api);
        let answer = () => unreachable();
        api.answer(repliesPath, (_url, { method }) =>
          method === 'POST' ? answer() : listAnswer([reply(), officialReply()])
        );
        const element = await openThread();
        await openReply(element);
        type(element, '.composer textarea', 'คำตอบที่ถูกปฏิเสธ');
        button(element, 'ตอบกระทู้', '.composer').click();
        await has(element, 'มีข้อความที่ยังไม่ได้ส่ง');
        answer = () => Promise.resolve(failure(400));
        (await untilButton(element, 'ลองส่งตอนนี้')).click();
        (await untilButton(element, 'แก้ไขแล้วส่งใหม่')).click();
        await until(
          () =>
            element.shadowRoot!.querySelector<HTMLTextAreaElement>('.composer textarea')?.value ===
            'คำตอบที่ถูกปฏิเสธ'
        );
        expect(localStorage.getItem(`km outbox ${api.address}`)).to.equal(null);
      });

      it('sends nothing while it is sending, however often one presses', async () => {
        await signIn(api);
        const answer = new Deferred<Response>();
        api.answer(repliesPath, (_url, { method }) =>
          method === 'POST' ? answer.promise : listAnswer([reply(), officialReply()])
        );
        const element = await openThread();
        await openReply(element);
        type(element, '.composer textarea', 'ครั้งเดียว');
        const send = button(element, 'ตอบกระทู้', '.composer');
        for (let times = 0; times < 3; times++) send.click();
        await until(() => posts(repliesPath).length);
        send.click();
        answer.resolve(written(sentReply, 201));
        await has(element, 'ส่งคำตอบแล้ว');
        expect(posts(repliesPath)).to.have.length(1);
      });

      it('points personal data out and leaves only when its writer has looked', async () => {
        await signIn(api);
        const finding = {
          field: 'body',
          kind: 'citizenId',
          range: [0, 13],
          text: '1101700230708',
          message: 'อาจเป็นเลขประจำตัวประชาชน',
          policy: 'warn',
        };
        // A server finds the same while a draft is written as when it is sent, whichever is first.
        api.answer('/threads/check', () => written({ decision: 'warn', findings: [finding] }));
        api.answer(repliesPath, (_url, { method, body }) => {
          if (method !== 'POST') return listAnswer([reply(), officialReply()]);
          const { personalDataSeen } = JSON.parse(body as string) as { personalDataSeen: boolean };
          return personalDataSeen
            ? written(sentReply, 201)
            : Response.json(
                {
                  data: null,
                  error: {
                    status: 400,
                    name: 'ValidationError',
                    message: 'พบข้อมูลส่วนบุคคล',
                    details: { code: 'personalData', decision: 'warn', findings: [finding] },
                  },
                },
                { status: 400 }
              );
        });
        const element = await openThread();
        await openReply(element);
        type(element, '.composer textarea', 'เลข 1101700230708');
        button(element, 'ตอบกระทู้', '.composer').click();
        await has(element, 'อาจเป็นเลขประจำตัวประชาชน');
        button(element, 'ตอบกระทู้', '.composer').click();
        await has(element, 'หรือยืนยันว่าตรวจแล้ว');
        expect(element.shadowRoot!.activeElement?.ariaInvalid).to.equal('true');
        find(element, '.guard input').click();
        button(element, 'ตอบกระทู้', '.composer').click();
        await has(element, 'ส่งคำตอบแล้ว');
      });

      it('is formatted by its tools, shown as readers will see it, and takes pictures', async () => {
        await signIn(api);
        api.answer('/threads/preview', () => written({ bodyHtml: '<p><strong>สำคัญ</strong></p>' }));
        const attachment = {
          id: 'attach00000000000000000001',
          name: 'หน้าจอ.png',
          kind: 'image',
          mime: 'image/webp',
          sizeBytes: 20_000,
          width: 10,
          height: 10,
          url: '/api/km/v1/attachments/attach00000000000000000001',
        };
        api.answer('/attachments', () => written(attachment, 201));
        const element = await openThread();
        await openReply(element);
        const field = find<HTMLTextAreaElement>(element, '.composer textarea');
        type(element, '.composer textarea', 'สำคัญ');
        field.select();
        button(element, 'ตัวหนา').click();
        expect(field.value).to.equal('**สำคัญ**');
        const files = new DataTransfer();
        files.items.add(new File(['x'], 'หน้าจอ.png', { type: 'image/png' }));
        files.items.add(new File(['x'], 'โปรแกรม.exe', { type: 'application/x-msdownload' }));
        const chooser = find<HTMLInputElement>(element, 'input[type=file]');
        chooser.files = files.files;
        chooser.dispatchEvent(new Event('change'));
        await has(element, 'โปรแกรม.exe ไม่ใช่ไฟล์');
        (await untilButton(element, 'แทรกในข้อความ')).click();
        await until(() => field.value.includes('![หน้าจอ.png](attachment:attach0'));
        button(element, 'ดูตัวอย่าง').click();
        await until(() => element.shadowRoot!.querySelector('[part=preview] strong'));
        await expectAccessible(element);
        expect(bodyOf(posts('/threads/preview')[0]!).attachments).to.deep.equal([attachment.id]);
      });

      it('of one’s own is changed from what was typed, and says when it was changed elsewhere', async () => {
        await signIn(api);
        const [id] = replyIds;
        api.answer('/threads/mine', () =>
          itemAnswer(
            mine({
              replies: [
                {
                  id,
                  thread: threadId,
                  isAuthor: true,
                  helpful: false,
                  canEdit: true,
                  freeEditUntil: null,
                },
              ],
            })
          )
        );
        api.answer(`/replies/${id}/source`, () =>
          itemAnswer({
            title: null,
            body: '**เดิม**',
            errorMessage: null,
            attachments: [],
            revision: 4,
          })
        );
        api.answer(`/replies/${id}/edit`, () => failure(409));
        const element = await openThread();
        await until(() => requests('/threads/mine').length);
        button(element, 'เพิ่มเติม', '#reply-1').click();
        (await untilButton(element, 'แก้ไข', '#reply-1')).click();
        await until(
          () =>
            element.shadowRoot!.querySelector<HTMLTextAreaElement>('#reply-1 textarea')?.value ===
            '**เดิม**'
        );
        type(element, '#reply-1 textarea', 'ใหม่');
        button(element, 'แก้ไข', '#reply-1 .composer').click();
        await has(element, 'มีการแก้ไขข้อความนี้จากที่อื่นแล้ว');
        expect(bodyOf(posts(`/replies/${id}/edit`)[0]!)).to.include({ revision: 4, body: 'ใหม่' });
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
        playWindow(api, null);
        (await untilButton(element, 'เข้าสู่ระบบเพื่อตั้งกระทู้')).click();
        await has(element, first.title);
        expect(location.hash).to.equal('');
        playWindow(api, ownMember());
        button(element, 'เข้าสู่ระบบเพื่อตั้งกระทู้').click();
        await until(() => element.shadowRoot!.querySelector('#title'));
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
});
