import { endSession, endSessions, isAlive } from '../sessions';
import { from, instant, type SessionRow } from '../tables';
import { dayAndTime } from './day-and-time';
import { leave } from './enter';
import { renderForm } from './form-parts';
import { html } from './html';
import { field, memberIn, type MemberPage, type PageAnswer, type Visit } from './page';

export const sessionPages: MemberPage[] = [
  { path: '/members/sessions', get: show, post: end, needsMember: true },
];

async function living(visit: Visit): Promise<SessionRow[]> {
  const { member } = memberIn(visit);
  const rows = (await from(visit.strapi, 'km_member_sessions')
    .where({ member_id: member.id })
    .whereNull('revoked_at')
    .whereNull('replaced_at')
    .where('expires_at', '>', instant())
    .orderBy('created_at', 'desc')
    .limit(200)) as SessionRow[];
  return rows.filter(isAlive);
}

async function show(visit: Visit): Promise<PageAnswer> {
  const { t } = visit;
  const { session } = memberIn(visit);
  const rows = await living(visit);
  return {
    title: t('เครื่องและเว็บไซต์ที่เข้าสู่ระบบอยู่', 'Where you are signed in'),
    body: html`<ul class="rows">
        ${rows.map(
          (row) =>
            html`<li>
              <span>
                <b>${row.kind === 'site' ? deviceOf(row, visit) : new URL(row.origin).host}</b>
                ${row.id === session.id && t(' (เครื่องนี้)', ' (this one)')}<br />
                <span class="hint">
                  ${row.kind === 'embed' && t('เว็บบอร์ดบนเว็บไซต์อื่น · ', 'webboard on another site · ')}
                  ${dayAndTime(visit, row.created_at)} · IP ${row.address}
                </span>
              </span>
              ${
                row.id !== session.id &&
                renderForm(
                  visit,
                  '/members/sessions',
                  html`<input type="hidden" name="id" value="${row.id}" />
                    <button>${t('ออกจากระบบ', 'Sign out')}</button>`
                )
              }
            </li>`
        )}
      </ul>
      ${renderForm(
        visit,
        '/members/sessions',
        html`<input type="hidden" name="everywhere" value="yes" />
          <div class="actions">
            <button class="danger">${t('ออกจากระบบทุกเครื่อง', 'Sign out everywhere')}</button>
            <a href="/members">${t('กลับ', 'Back')}</a>
          </div>`
      )}`,
  };
}

async function end(visit: Visit): Promise<PageAnswer> {
  const { strapi, form } = visit;
  const { member } = memberIn(visit);
  if (form.get('everywhere') === 'yes') {
    await endSessions(strapi, member.id);
    await leave(visit);
    return { redirect: '/members/sign-in' };
  }
  // Only one's own: another member's session is not among these, whatever its id.
  const row = (await living(visit)).find(({ id }) => id === field(form, 'id'));
  if (row) await endSession(strapi, { ...row, parent_id: null });
  return { redirect: '/members/sessions' };
}

/** What a user agent is in a few words. */
function deviceOf({ user_agent: agent }: SessionRow, { t }: Visit): string {
  const text = agent ?? '';
  const browser = /Edg\//.test(text)
    ? 'Edge'
    : /Firefox\//.test(text)
      ? 'Firefox'
      : /Chrome\//.test(text)
        ? 'Chrome'
        : /Safari\//.test(text)
          ? 'Safari'
          : t('เบราว์เซอร์', 'Browser');
  const system = /Windows/.test(text)
    ? 'Windows'
    : /Android/.test(text)
      ? 'Android'
      : /iPhone|iPad/.test(text)
        ? 'iOS'
        : /Mac OS/.test(text)
          ? 'macOS'
          : /Linux/.test(text)
            ? 'Linux'
            : '';
  return [browser, system].filter(Boolean).join(' · ');
}
