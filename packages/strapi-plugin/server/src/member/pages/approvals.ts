import { decide, noSuchMember, showEmail, type MemberDeed } from '../deciding';
import { adaptListed, countAwaiting, type ListedMember } from '../listing';
import { ProblemError } from '../../platform/problem';
import { refusalOf } from '../identity';
import { memberSettings } from '../settings';
import { from, type MemberRow } from '../tables';
import { dayAndTime } from './day-and-time';
import { renderFaults, renderField, renderForm, renderNotice } from './form-parts';
import { html, type Html } from './html';
import { field, memberIn, type Faults, type MemberPage, type PageAnswer, type Visit } from './page';

const path = '/members/approvals';
/** As many as somebody looks at in one sitting; those who wait longest come first. */
const mostShown = 50;

/** Where officers of a province (สถจ.) approve those who registered with an authority of theirs. */
export const approvalPages: MemberPage[] = [
  { path, get: async (visit) => show(visit, {}), post: act, needsMember: true },
];

/** The province a member may approve for; null where the member may not. */
export async function approvingProvince({ strapi, session }: Visit): Promise<string | null> {
  if (!session || session.member.grade !== 'province' || refusalOf(session)) return null;
  const { approval } = await memberSettings(strapi);
  return approval === 'province' ? session.member.province_code : null;
}

async function requireProvince(visit: Visit): Promise<string> {
  const province = await approvingProvince(visit);
  if (province) return province;
  throw new ProblemError(403, {
    th: 'หน้านี้สำหรับเจ้าหน้าที่ สถจ. ที่ได้รับมอบหมายให้อนุมัติสมาชิกของจังหวัด',
    en: 'This page is for officers of a province who approve its members.',
  });
}

/** What is shown about one of those who wait, besides what the list has. */
interface Shown {
  id?: string;
  faults?: Faults;
  email?: string;
  done?: string;
}

async function show(visit: Visit, shown: Shown): Promise<PageAnswer> {
  const { strapi, t } = visit;
  const province = await requireProvince(visit);
  const rows = (await from(strapi, 'km_members')
    .where({ state: 'awaiting', province_code: province })
    .orderBy('created_at')
    .limit(mostShown)) as MemberRow[];
  const total = await countAwaiting(strapi, province);
  const { faults = {} } = shown;
  return {
    title: t('คำขอสมัครสมาชิกของจังหวัด', 'Registrations of your province'),
    status: Object.keys(faults).length > 0 ? 400 : 200,
    body: html`${shown.done && renderNotice(shown.done, 'good')} ${renderFaults(visit, faults)}
      <p>
        ${
          total === 0
            ? t('ไม่มีคำขอที่รออนุมัติ', 'Nobody waits for approval.')
            : t(`รออนุมัติ ${total} คำขอ เรียงจากที่รอนานที่สุด`, `${total} wait, the longest first.`)
        }
      </p>
      <ul class="rows">
        ${rows.map((row) => renderOne(visit, adaptListed(row), row.id === shown.id ? shown : {}))}
      </ul>
      <p><a href="/members">${t('กลับไปบัญชีของฉัน', 'Back to my account')}</a></p>`,
  };
}

function renderOne(
  visit: Visit,
  { id, displayName, authorityName, position, createdAt }: ListedMember,
  { faults = {}, email }: Shown
): Html {
  const { t, form } = visit;
  const ofOne = html`<input type="hidden" name="member" value="${id}" />`;
  const name = html`<span class="visually-hidden"> ${displayName}</span>`;
  return html`<li class="stacked" id="member-${id}">
    <div>
      <b>${displayName}</b><br />
      ${authorityName}<br />
      <span class="hint">
        ${position} · ${t('สมัครเมื่อ', 'registered')} ${dayAndTime(visit, createdAt)}
      </span>
      ${email && html`<br /><span role="status">${t('อีเมล', 'E-mail address')} <b>${email}</b></span>`}
    </div>
    ${renderForm(
      visit,
      path,
      html`${ofOne}
        <div class="actions">
          <button class="primary" name="act" value="approve">${t('อนุมัติ', 'Approve')}${name}</button>
          ${!email && html`<button name="act" value="email">${t('ดูอีเมล', 'Show the address')}${name}</button>`}
          ${
            !email &&
            html`<span class="hint">${t('การดูอีเมลถูกบันทึกไว้', 'Looks at addresses are kept.')}</span>`
          }
        </div>`
    )}
    <details ${Object.keys(faults).length > 0 && html`open`}>
      <summary>${t('ไม่อนุมัติ', 'Refuse')}${name}</summary>
      ${renderForm(
        visit,
        path,
        html`${ofOne}
          ${renderField({
            name: 'reason',
            id: `reason-${id}`,
            label: t('เหตุผล', 'Reason'),
            hint: t(
              'ผู้สมัครจะได้รับเหตุผลนี้ทางอีเมล และข้อมูลที่กรอกไว้จะถูกลบ',
              'They get it by mail, and what they told us is deleted.'
            ),
            value: Object.keys(faults).length > 0 ? (form.get('reason') ?? '') : '',
            maxlength: 500,
            faults,
          })}
          <div class="actions">
            <button class="danger" name="act" value="refuse">
              ${t('ไม่อนุมัติคำขอ', 'Refuse the registration')}${name}
            </button>
          </div>`
      )}
    </details>
  </li>`;
}

async function act(visit: Visit): Promise<PageAnswer> {
  const { strapi, form, t, origin } = visit;
  const province = await requireProvince(visit);
  const { member } = memberIn(visit);
  const id = field(form, 'member');
  // Whoever is not of this province, or waits no more, is nobody here.
  const asked = (await from(strapi, 'km_members')
    .where({ id, state: 'awaiting', province_code: province })
    .first('display_name')) as Pick<MemberRow, 'display_name'> | undefined;
  if (!asked) throw noSuchMember;
  const actor = { kind: 'member' as const, id: member.id };
  const reason = field(form, 'reason');
  const doing = form.get('act');
  if (doing === 'email') {
    const why = 'ตรวจสอบคำขอสมัครสมาชิกของจังหวัด';
    return show(visit, { id, email: await showEmail(strapi, actor, id, why) });
  }
  if (doing !== 'approve' && doing !== 'refuse') throw badAct;
  if (doing === 'refuse' && (reason.length < 3 || reason.length > 500)) {
    const fault = t('ระบุเหตุผล 3 ถึง 500 ตัวอักษร', 'Give a reason of 3 to 500 characters.');
    return show(visit, { id, faults: { reason: fault } });
  }
  const deed: MemberDeed =
    doing === 'approve' ? { act: 'approve', reason: 'สถจ. ตรวจสอบแล้ว' } : { act: 'refuse', reason };
  // In Thai, for the language of whoever waits is not known.
  const place = { origin, language: 'th' as const };
  await decide(strapi, { actor, place }, id, deed);
  const name = asked.display_name;
  return show(visit, {
    done:
      doing === 'approve'
        ? t(`อนุมัติ ${name} แล้ว และแจ้งทางอีเมลแล้ว`, `${name} is approved and gets a mail.`)
        : t(`ไม่อนุมัติ ${name} และแจ้งเหตุผลทางอีเมลแล้ว`, `${name} is refused and gets a mail.`),
  });
}

const badAct = new ProblemError(400, {
  th: 'คำสั่งไม่ถูกต้อง',
  en: 'There is no such act.',
});
