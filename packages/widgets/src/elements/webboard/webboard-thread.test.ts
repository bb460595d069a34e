import { expect } from 'chai';
import {
  api,
  bodyOf,
  button,
  first,
  has,
  openThread,
  posts,
  repliesPath,
  requests,
  scriptBoard,
  second,
  threadPath,
  type,
  untilButton,
  written,
} from '../../../test/board-page.js';
import { expectAccessible } from '../../../test/axe.js';
import { find, until, visibleText } from '../../../test/fixture.js';
import {
  mine,
  myThread,
  officialReply,
  reply,
  replyIds,
  thread,
} from '../../../test/fixtures/threads.js';
import { failure, itemAnswer, listAnswer } from '../../../test/scripted-api.js';
import { ownMember, playWindow, signIn } from '../../../test/sign-in.js';

describe('<km-webboard>', () => {
  scriptBoard();

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

    it('read what a post said before it was changed', async () => {
      await signIn(api, { isModerator: true });
      api.answer('/threads/mine', () => itemAnswer(mine({ isModerator: true })));
      api.answer(threadPath, () => itemAnswer(thread({ revision: 2 })));
      api.answer(`${threadPath}/history`, () =>
        itemAnswer([
          {
            revision: 1,
            title: 'ชื่อเดิม',
            bodyHtml: '<p>คำเดิม</p>',
            errorMessage: 'ERR-1',
            topic: null,
            appliesTo: 'both',
            replacedAt: '2026-11-20T03:00:00.000Z',
            replacedBy: thread().author,
          },
        ])
      );
      const element = await openThread();
      await until(() => requests('/threads/mine').length);
      button(element, 'เพิ่มเติม', '.question').click();
      const act = await untilButton(element, 'ประวัติการแก้ไข', '.question');
      act.focus();
      act.click();
      for (const words of ['ชื่อเดิม', 'คำเดิม', 'ERR-1']) await has(element, words);
      await expectAccessible(element);
      button(element, 'ปิด', 'dialog').click();
      await until(() => !element.shadowRoot!.querySelector('dialog'));
      expect(element.shadowRoot!.activeElement).to.equal(act);
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
});
