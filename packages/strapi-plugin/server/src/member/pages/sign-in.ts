import { networkOf } from '../../platform/requester';
import { sharedLimit } from '../../platform/shared-limit';
import { limits } from '../limits';
import { oidcProviders } from '../oidc/provider';
import { checkSignIn } from '../sign-in';
import { begin } from './begin';
import { leave } from './enter';
import { renderFaults, renderField, renderForm } from './form-parts';
import { html } from './html';
import {
  field,
  inWords,
  leadsToWindow,
  safeNext,
  type Faults,
  type MemberPage,
  type PageAnswer,
  type Visit,
} from './page';

export const signInPages: MemberPage[] = [
  { path: '/members/sign-in', get: async (visit) => show(visit, {}), post: signIn },
  {
    path: '/members/sign-out',
    async post(visit) {
      await leave(visit);
      return { redirect: safeNext(visit.form.get('next'), visit.origin, '/members/sign-in') };
    },
  },
];

function show(visit: Visit, faults: Faults, status = 200): PageAnswer {
  const { t, origin, form, query, session } = visit;
  const next = safeNext(form.get('next') ?? query.get('next'), origin);
  if (session && status === 200) return { redirect: next };
  const isWindow = leadsToWindow(next);
  const providers = oidcProviders(visit.strapi);
  const target = isWindow ? html` target="_blank" rel="noopener"` : null;
  return {
    title: t('เข้าสู่ระบบ', 'Sign in'),
    status,
    isWindow,
    body: html`${renderFaults(visit, faults)}
      ${renderForm(
        visit,
        '/members/sign-in',
        html`<input type="hidden" name="next" value="${next}" />
          ${renderField({
            name: 'email',
            type: 'email',
            label: t('อีเมล', 'E-mail address'),
            value: form.get('email') ?? '',
            autocomplete: 'username',
            maxlength: 254,
          })}
          ${renderField({
            name: 'password',
            type: 'password',
            label: t('รหัสผ่าน', 'Password'),
            autocomplete: 'current-password',
          })}
          <div class="actions">
            <button class="primary">${t('เข้าสู่ระบบ', 'Sign in')}</button>
            <a href="/members/forgot" ${target}>${t('ลืมรหัสผ่าน', 'Forgot the password')}</a>
          </div>`
      )}
      ${
        providers.length > 0 &&
        html`<div class="or" role="group" aria-label="${t('วิธีอื่น', 'Other ways')}">
          <p class="hint">${t('หรือ', 'or')}</p>
          ${providers.map(
            ({ id, nameTh, nameEn }) =>
              html`<a
                class="button"
                href="/members/oidc/start?provider=${id}&next=${encodeURIComponent(next)}"
                >${t(`เข้าสู่ระบบด้วย ${nameTh}`, `Sign in with ${nameEn}`)}</a
              >`
          )}
        </div>`
      }
      <p>
        ${t('ยังไม่เป็นสมาชิก', 'No account yet?')}
        <a href="/members/register" ${target}>${t('สมัครสมาชิก', 'Register')}</a>
      </p>`,
  };
}

async function signIn(visit: Visit): Promise<PageAnswer> {
  const { strapi, form, requester } = visit;
  await sharedLimit(strapi, limits.signIn, networkOf(requester.address));
  const outcome = await checkSignIn(strapi, field(form, 'email'), form.get('password') ?? '');
  if ('fault' in outcome) {
    return show(visit, { '': inWords(visit, outcome.fault) }, outcome.status);
  }
  return begin(visit, outcome.member, form.get('next'));
}
