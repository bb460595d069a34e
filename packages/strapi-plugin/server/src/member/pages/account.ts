import { changeProfile, changeWorkplace } from '../account-changes';
import { accountOf } from '../accounts';
import { nameFault } from '../display-name';
import { isSuspended, refusalOf } from '../identity';
import { countAwaiting } from '../listing';
import { oidcProviders } from '../oidc/provider';
import { privacyNoticeVersion } from '../privacy-notice';
import { memberSettings } from '../settings';
import type { RepliesByMail } from '../tables';
import { approvingProvince } from './approvals';
import { renderCheck, renderFaults, renderField, renderForm, renderNotice } from './form-parts';
import { html } from './html';
import {
  field,
  inWords,
  memberIn,
  type Faults,
  type MemberPage,
  type PageAnswer,
  type Visit,
} from './page';
import { isNameTaken, nameTaken, positionShape } from './about-member';
import { findWorkplace, renderWorkplaceSearch } from './workplace-search';

export const accountPages: MemberPage[] = [
  { path: '/members', get: showAccount, needsMember: true },
  {
    path: '/members/profile',
    get: async (visit) => showProfile(visit, {}),
    post: saveProfile,
    needsMember: true,
  },
  { path: '/members/authority', get: showWorkplace, post: saveWorkplace, needsMember: true },
];

const grades = {
  officer: ['เจ้าหน้าที่ สถ.', 'Officer of the department'],
  province: ['เจ้าหน้าที่ สถจ.', 'Officer of a province'],
  peer: ['เพื่อน อปท.', 'Peer of a local authority'],
} as const;

async function showAccount(visit: Visit): Promise<PageAnswer> {
  const { t, strapi } = visit;
  const { member } = memberIn(visit);
  const account = await accountOf(strapi, member);
  const [th, en] = grades[member.grade];
  const refusal = isSuspended(member) ? refusalOf({ member, isShut: false }) : null;
  const province = await approvingProvince(visit);
  const waiting = province === null ? 0 : await countAwaiting(strapi, province);
  const links: [path: string, label: string][] = [
    ...(province === null ? [] : [approvalsLink(visit, waiting)]),
    ['/members/profile', t('แก้ไขข้อมูลและการแจ้งเตือน', 'Profile and mail')],
    ['/members/password', t('เปลี่ยนรหัสผ่าน', 'Change the password')],
    [
      '/members/second-factor',
      member.totp_secret === null
        ? t('เปิดการยืนยันตัวตนสองชั้น', 'Turn the second factor on')
        : t('การยืนยันตัวตนสองชั้น (เปิดอยู่)', 'Second factor (on)'),
    ],
    ...(oidcProviders(strapi).length > 0 ? [identitiesLink(visit)] : []),
    ['/members/email', t('เปลี่ยนอีเมล', 'Change the e-mail address')],
    ['/members/sessions', t('เครื่องและเว็บไซต์ที่เข้าสู่ระบบอยู่', 'Where you are signed in')],
    ['/members/data', t('ดาวน์โหลดข้อมูลของฉัน', 'My data')],
    ['/members/delete', t('ลบบัญชี', 'Delete my account')],
  ];
  return {
    title: t('บัญชีของฉัน', 'My account'),
    body: html`${refusal && renderNotice(inWords(visit, refusal.sentence), 'warning')}
      <dl>
        <dt>${t('ชื่อที่แสดง', 'Display name')}</dt>
        <dd>${member.display_name}</dd>
        <dt>${t('อีเมล', 'E-mail address')}</dt>
        <dd>${account?.email}</dd>
        <dt>${t('สังกัด', 'Authority')}</dt>
        <dd>${member.authority_name ?? t('ไม่ได้ระบุ', 'none')}</dd>
        <dt>${t('ประเภท', 'Kind')}</dt>
        <dd>${t(th, en)}${Boolean(member.is_moderator) && t(' · ผู้ดูแลเว็บบอร์ด', ' · moderator')}</dd>
      </dl>
      <nav aria-label="${t('บัญชี', 'Account')}">
        <ul class="rows">
          ${links.map(([path, label]) => html`<li><a class="go" href="${path}">${label}</a></li>`)}
        </ul>
      </nav>
      ${renderForm(
        visit,
        '/members/sign-out',
        html`<div class="actions"><button>${t('ออกจากระบบ', 'Sign out')}</button></div>`
      )}`,
  };
}

function approvalsLink({ t }: Visit, waiting: number): [path: string, label: string] {
  return [
    '/members/approvals',
    t(`คำขอสมัครสมาชิกของจังหวัด (รอ ${waiting})`, `Registrations of your province (${waiting} wait)`),
  ];
}

function identitiesLink({ t }: Visit): [path: string, label: string] {
  return ['/members/identities', t('วิธีเข้าสู่ระบบอื่น', 'Other ways to sign in')];
}

async function showProfile(visit: Visit, faults: Faults, isSaved = false): Promise<PageAnswer> {
  const { t, form, ctx } = visit;
  const { member } = memberIn(visit);
  const isSent = ctx.method === 'POST' && !isSaved;
  const value = (name: string, kept: string | null) =>
    isSent ? (form.get(name) ?? '') : (kept ?? '');
  const replies = value('replies', member.replies_by_mail);
  const choices: [RepliesByMail, string][] = [
    ['off', t('ไม่ต้องส่ง', 'None')],
    ['each', t('ส่งทันทีที่มีผู้ตอบ', 'At once')],
    ['daily', t('สรุปวันละครั้ง', 'Once a day')],
  ];
  return {
    title: t('แก้ไขข้อมูลและการแจ้งเตือน', 'Profile and mail'),
    status: Object.keys(faults).length > 0 ? 400 : 200,
    body: html`${isSaved && renderNotice(t('บันทึกแล้ว', 'Saved'), 'good')}
      ${renderFaults(visit, faults)}
      <p>
        ${t('สังกัด', 'Authority')} <b>${member.authority_name ?? t('ไม่ได้ระบุ', 'none')}</b>
        ${(await mayMove(visit)) && html`<a href="/members/authority">${t('เปลี่ยน', 'Change')}</a>`}
      </p>
      ${renderForm(
        visit,
        '/members/profile',
        html`${renderField({
            name: 'displayName',
            label: t('ชื่อที่แสดง', 'Display name'),
            value: value('displayName', member.display_name),
            autocomplete: 'nickname',
            maxlength: 60,
            faults,
          })}
          ${renderField({
            name: 'position',
            label: t('ตำแหน่ง', 'Position'),
            hint: t('ผู้อื่นไม่เห็น', 'Nobody else sees it.'),
            value: value('position', member.position),
            autocomplete: 'organization-title',
            maxlength: 120,
            faults,
          })}
          <fieldset>
            <legend>
              ${t('อีเมลแจ้งเมื่อมีผู้ตอบกระทู้ที่ติดตาม', 'Mail about replies to what I follow')}
            </legend>
            ${choices.map(([name, label]) =>
              renderCheck({
                type: 'radio',
                name: 'replies',
                value: name,
                label,
                isChecked: replies === name,
              })
            )}
          </fieldset>
          <div class="actions">
            <button class="primary">${t('บันทึก', 'Save')}</button>
            <a href="/members">${t('กลับ', 'Back')}</a>
          </div>`
      )}`,
  };
}

async function saveProfile(visit: Visit): Promise<PageAnswer> {
  const { strapi, form, t } = visit;
  const { member } = memberIn(visit);
  const displayName = field(form, 'displayName');
  const position = field(form, 'position');
  const repliesByMail = field(form, 'replies');
  const faults: Faults = {};
  const name = displayName === member.display_name ? null : nameFault(displayName);
  if (name) faults.displayName = inWords(visit, name);
  else if (await isNameTaken(visit, displayName, member.id)) faults.displayName = nameTaken(visit);
  if (!positionShape.safeParse(position).success) {
    faults.position = t('กรอกตำแหน่ง 2 ถึง 120 ตัวอักษร', 'Tell your position in 2 to 120 characters.');
  }
  if (!isChoice(repliesByMail)) faults.replies = t('เลือกการแจ้งเตือน', 'Choose about mail.');
  if (Object.keys(faults).length > 0 || !isChoice(repliesByMail)) return showProfile(visit, faults);
  const change = { displayName, position, repliesByMail };
  if (!(await changeProfile(strapi, member, change, privacyNoticeVersion))) {
    return showProfile(visit, { displayName: nameTaken(visit) });
  }
  Object.assign(member, {
    display_name: displayName,
    position,
    replies_by_mail: repliesByMail,
  });
  return showProfile(visit, {}, true);
}

function isChoice(text: string): text is RepliesByMail {
  return ['off', 'each', 'daily'].includes(text);
}

/** Where officers vouch for members, a member moves by their hands alone. */
async function mayMove(visit: Visit): Promise<boolean> {
  const { approval } = await memberSettings(visit.strapi);
  return memberIn(visit).member.grade === 'peer' && approval === 'off';
}

async function showWorkplace(visit: Visit): Promise<PageAnswer> {
  const { t } = visit;
  if (!(await mayMove(visit))) return { redirect: '/members/profile' };
  return {
    title: t('เปลี่ยนสังกัด', 'Change your authority'),
    body: html`${await renderWorkplaceSearch(visit, {
        action: '/members/authority',
        choose: (code, name) =>
          renderForm(
            visit,
            '/members/authority',
            html`<input type="hidden" name="authority" value="${code}" />
              <button>${t('เลือก', 'Choose')}<span class="visually-hidden"> ${name}</span></button>`
          ),
      })}
      <p><a href="/members/profile">${t('กลับ', 'Back')}</a></p>`,
  };
}

async function saveWorkplace(visit: Visit): Promise<PageAnswer> {
  const { member } = memberIn(visit);
  const place =
    (await mayMove(visit)) && (await findWorkplace(visit, field(visit.form, 'authority')));
  if (place) await changeWorkplace(visit.strapi, member.id, place);
  return { redirect: '/members/profile' };
}
