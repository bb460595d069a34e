import { stopReplyMail } from '../account-changes';
import { privacyNoticeVersion } from '../privacy-notice';
import { renderForm, renderNotice } from './form-parts';
import { html } from './html';
import type { MemberPage, PageAnswer, Visit } from './page';

/**
 * Ends mail of replies by the key in a mail: a look shows a button, a post does it, also from the
 * button of a mail program (RFC 8058), which brings neither a cookie nor a form of ours.
 */
export const mailOffPage: MemberPage = {
  path: '/members/mail/off',
  isOpenToAll: true,
  async get(visit) {
    const { t, query } = visit;
    const key = query.get('key') ?? '';
    return {
      title: t('ยกเลิกอีเมลแจ้งการตอบ', 'No more mail about replies'),
      body: renderForm(
        visit,
        `/members/mail/off?key=${encodeURIComponent(key)}`,
        html`<div class="actions">
          <button class="primary">${t('ยกเลิกอีเมลแจ้งการตอบ', 'End the mail')}</button>
        </div>`
      ),
    };
  },
  post: stop,
};

async function stop({ strapi, query, t }: Visit): Promise<PageAnswer> {
  const isDone = await stopReplyMail(strapi, query.get('key') ?? '', privacyNoticeVersion);
  return isDone
    ? {
        title: t('ยกเลิกแล้ว', 'Done'),
        body: renderNotice(
          t(
            'ระบบจะไม่ส่งอีเมลแจ้งการตอบอีก เปิดใหม่ได้ที่หน้าบัญชีของฉัน',
            'No more mail about replies. You can have it again from your account.'
          ),
          'good'
        ),
      }
    : {
        title: t('ลิงก์นี้ใช้ไม่ได้', 'This link does not work'),
        status: 404,
        body: renderNotice(t('อาจลบบัญชีไปแล้ว', 'The account may be deleted.'), 'warning'),
      };
}
