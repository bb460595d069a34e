import { accountOf } from '../accounts';
import { deleteMember } from '../deletion';
import { collectData, dataAsCsv } from '../my-data';
import { leave } from './enter';
import { renderCheck, renderFaults, renderForm, renderNotice } from './form-parts';
import { html } from './html';
import { memberIn, type Faults, type MemberPage, type PageAnswer, type Visit } from './page';
import { currentPassword, proofFault } from './proof';

export const dataPages: MemberPage[] = [
  { path: '/members/data', get: async (visit) => show(visit), needsMember: true },
  {
    path: '/members/data.json',
    needsMember: true,
    async get({ strapi, ...visit }) {
      const data = await collectData(strapi, memberIn({ strapi, ...visit }).member);
      const text = `${JSON.stringify(data, null, 2)}\n`;
      return { file: { name: 'km-my-data.json', type: 'application/json; charset=utf-8', text } };
    },
  },
  {
    path: '/members/data.csv',
    needsMember: true,
    async get({ strapi, ...visit }) {
      const data = await collectData(strapi, memberIn({ strapi, ...visit }).member);
      const text = dataAsCsv(data);
      return { file: { name: 'km-my-data.csv', type: 'text/csv; charset=utf-8', text } };
    },
  },
  {
    path: '/members/delete',
    get: async (visit) => askDelete(visit, {}),
    post: remove,
    needsMember: true,
  },
];

function show({ t }: Visit): PageAnswer {
  return {
    title: t('ข้อมูลของฉัน', 'My data'),
    body: html`<p>
        ${t(
          'ไฟล์มีทุกอย่างที่ระบบเก็บเกี่ยวกับท่าน: ข้อมูลบัญชี ความยินยอม การเข้าสู่ระบบ และสิ่งที่ท่านโพสต์',
          'The file holds all that is kept of you: account, consents, sign-ins and what you posted.'
        )}
      </p>
      <div class="actions">
        <a class="button primary" href="/members/data.csv" download
          >${t('ดาวน์โหลด CSV (เปิดด้วย Excel)', 'Download CSV (for Excel)')}</a
        >
        <a class="button" href="/members/data.json" download
          >${t('ดาวน์โหลด JSON', 'Download JSON')}</a
        >
        <a href="/members">${t('กลับ', 'Back')}</a>
      </div>`,
  };
}

function askDelete(visit: Visit, faults: Faults): PageAnswer {
  const { t } = visit;
  return {
    title: t('ลบบัญชี', 'Delete my account'),
    status: Object.keys(faults).length > 0 ? 400 : 200,
    body: html`${renderFaults(visit, faults)}
      <div class="notice warning">
        <ul>
          <li>
            ${t('ข้อมูลส่วนบุคคลทั้งหมดถูกลบทันที กู้คืนไม่ได้', 'All personal data goes at once and for good.')}
          </li>
          <li>
            ${t('ข้อความที่โพสต์ยังอยู่ แต่แสดงเป็น “สมาชิกที่ลบบัญชีแล้ว”', 'What you posted stays, without your name.')}
          </li>
          <li>
            ${t(
              'ข้อมูลจราจรทางคอมพิวเตอร์เก็บไว้ไม่น้อยกว่า 90 วันตามกฎหมาย',
              'Traffic data is kept for at least 90 days, as the law asks.'
            )}
          </li>
        </ul>
      </div>
      ${renderForm(
        visit,
        '/members/delete',
        html`${currentPassword(visit, faults)}
          ${renderCheck({
            name: 'sure',
            isRequired: true,
            label: t('ฉันเข้าใจและต้องการลบบัญชี', 'I understand, and want it deleted'),
            faults,
          })}
          <div class="actions">
            <button class="danger">${t('ลบบัญชีถาวร', 'Delete it for good')}</button>
            <a href="/members">${t('กลับ', 'Back')}</a>
          </div>`
      )}`,
  };
}

async function remove(visit: Visit): Promise<PageAnswer> {
  const { strapi, form, t, origin, language } = visit;
  const { member } = memberIn(visit);
  if (form.get('sure') !== 'yes') {
    return askDelete(visit, { sure: t('ทำเครื่องหมายเพื่อยืนยัน', 'Tick the box to confirm.') });
  }
  const account = await accountOf(strapi, member);
  const wrong = await proofFault(visit, account);
  if (wrong || !account) return askDelete(visit, { current: wrong ?? '' });
  await deleteMember(strapi, member.id, { place: { origin, language } });
  await leave(visit);
  return {
    title: t('ลบบัญชีแล้ว', 'Your account is deleted'),
    body: html`${renderNotice(t('ข้อมูลส่วนบุคคลของท่านถูกลบแล้ว', 'Your personal data is gone.'), 'good')}
      <p><a href="/">${t('ไปหน้าแรก', 'To the front page')}</a></p>`,
  };
}
