import { accountOf } from '../accounts';
import { identitiesOf, removeIdentity } from '../oidc/identities';
import { leaveFor } from '../oidc/journey';
import { oidcProviders, providerById, type OidcSettings } from '../oidc/provider';
import { writeCookie } from './cookies';
import { dayAndTime } from './day-and-time';
import { renderFaults, renderForm } from './form-parts';
import { html, type Html } from './html';
import { noSuchProvider, tripSeconds } from './oidc';
import { field, memberIn, type Faults, type MemberPage, type PageAnswer, type Visit } from './page';
import { currentPassword, proofFault } from './proof';

const path = '/members/identities';

/** Other ways to sign in that a member has added. */
export const identityPages: MemberPage[] = [
  { path, get: async (visit) => show(visit, {}), post: change, needsMember: true },
];

async function show(visit: Visit, faults: Faults): Promise<PageAnswer> {
  const { strapi, t, form } = visit;
  const rows = await identitiesOf(strapi, memberIn(visit).member.id);
  const providers = oidcProviders(strapi);
  const nameOf = (id: string) => {
    const known = providers.find((provider) => provider.id === id);
    return known ? t(known.nameTh, known.nameEn) : id;
  };
  return {
    title: t('วิธีเข้าสู่ระบบอื่น', 'Other ways to sign in'),
    status: Object.keys(faults).length > 0 ? 400 : 200,
    body: html`${renderFaults(visit, faults)}
      ${
        rows.length > 0 &&
        html`<ul class="rows">
          ${rows.map(
            ({ id, provider, linked_at }) =>
              html`<li class="stacked">
                <div>
                  <b>${nameOf(provider)}</b><br />
                  <span class="hint">${t('เชื่อมเมื่อ', 'added')} ${dayAndTime(visit, linked_at)}</span>
                </div>
                <details ${form.get('id') === id && html`open`}>
                  <summary>
                    ${t(`ยกเลิกการเชื่อม ${nameOf(provider)}`, `Take ${nameOf(provider)} off`)}
                  </summary>
                  ${renderForm(
                    visit,
                    path,
                    html`<input type="hidden" name="id" value="${id}" />
                      ${currentPassword(visit, form.get('id') === id ? faults : {}, `current-${id}`)}
                      <div class="actions">
                        <button class="danger">${t('ยกเลิกการเชื่อม', 'Take it off')}</button>
                      </div>`
                  )}
                </details>
              </li>`
          )}
        </ul>`
      }
      <p>
        ${t(
          'เชื่อมบัญชีของผู้ให้บริการยืนยันตัวตนไว้ ครั้งต่อไปเข้าสู่ระบบผ่านผู้ให้บริการนั้นได้ โดยไม่ต้องกรอกรหัสผ่าน',
          'Add a provider’s account, and you can sign in by it without your password.'
        )}
      </p>
      ${providers.map((provider) => offer(visit, provider, faults))}
      <p><a href="/members">${t('กลับไปบัญชีของฉัน', 'Back to my account')}</a></p>`,
  };
}

function offer(visit: Visit, { id, nameTh, nameEn }: OidcSettings, faults: Faults): Html {
  const { t, form } = visit;
  const isAsked = form.get('provider') === id;
  return html`<details ${isAsked && html`open`}>
    <summary>${t(`เชื่อมกับ ${nameTh}`, `Add ${nameEn}`)}</summary>
    ${renderForm(
      visit,
      path,
      html`<input type="hidden" name="provider" value="${id}" />
        ${currentPassword(visit, isAsked ? faults : {}, `current-${id}`)}
        <div class="actions">
          <button class="primary" name="act" value="add">${t('ดำเนินการต่อ', 'Go on')}</button>
        </div>`
    )}
  </details>`;
}

/**
 * Adding and taking off both ask for the password: a form of ours alone would let whoever sits
 * before an open browser keep a way in, and a link would let another site add an account of its own.
 */
async function change(visit: Visit): Promise<PageAnswer> {
  const { strapi, form } = visit;
  const { member } = memberIn(visit);
  const wrong = await proofFault(visit, await accountOf(strapi, member));
  if (wrong) return show(visit, { current: wrong });
  if (form.get('act') === 'add') return add(visit);
  await removeIdentity(strapi, member.id, field(form, 'id'));
  return { redirect: path };
}

/** Shows the way to the provider: a form may not lead there itself, by our own policy. */
async function add(visit: Visit): Promise<PageAnswer> {
  const { strapi, ctx, form, origin, t } = visit;
  const settings = providerById(strapi, field(form, 'provider'));
  if (!settings) throw noSuchProvider;
  const memberId = memberIn(visit).member.id;
  const { url, code } = await leaveFor(strapi, settings, { origin, next: path, memberId });
  writeCookie(ctx, 'oidc', code, { origin, seconds: tripSeconds });
  const name = t(settings.nameTh, settings.nameEn);
  return {
    title: t(`เชื่อมบัญชีกับ ${name}`, `Join your account with ${name}`),
    body: html`<p>
        ${t(
          `ขั้นต่อไป ${name} จะให้ท่านยืนยันตัวตน แล้วพากลับมาที่หน้านี้`,
          `${name} will ask who you are, and send you back here.`
        )}
      </p>
      <div class="actions">
        <a class="button primary" href="${url}">${t(`ไปที่ ${name}`, `To ${name}`)}</a>
        <a href="${path}">${t('ยกเลิก', 'Cancel')}</a>
      </div>`,
  };
}
