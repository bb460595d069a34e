import { sendKeys } from '@web/test-runner-commands';
import { expect } from 'chai';
import { expectAccessible } from '../../../test/axe.js';
import {
  api,
  bodyOf,
  button,
  has,
  openReply,
  openThread,
  posts,
  repliesPath,
  requests,
  scriptBoard,
  sentReply,
  type,
  untilButton,
  written,
} from '../../../test/board-page.js';
import { Deferred } from '../../../test/deferred.js';
import { find, unmount, until } from '../../../test/fixture.js';
import { mine, officialReply, reply, replyIds, threadId } from '../../../test/fixtures/threads.js';
import { failure, itemAnswer, listAnswer, unreachable } from '../../../test/scripted-api.js';
import { signIn } from '../../../test/sign-in.js';

describe('<km-webboard>', () => {
  scriptBoard();

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
      (await untilButton(element, 'ตอบกระทู้', '.composer')).click();
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
          topic: null,
          appliesTo: null,
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
});
