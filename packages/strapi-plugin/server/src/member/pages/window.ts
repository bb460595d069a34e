import { z } from 'zod';
import { ProblemError } from '../../platform/problem';
import { makeCode } from '../codes';
import {
  embeddingOrigin,
  hasAllowed,
  rememberSite,
  siteStanding,
  type SiteStanding,
} from '../embedding-sites';
import { refusalOf } from '../identity';
import { challengePattern } from '../pkce';
import type { WindowCode } from '../tokens';
import { renderForm, renderNotice } from './form-parts';
import { html, type Html } from './html';
import { inWords, memberIn, type MemberPage, type PageAnswer, type Visit } from './page';

/** What the page that opened the window asks with. */
const request = z.object({
  origin: z.string().max(255),
  challenge: z.string().regex(challengePattern),
  state: z.string().regex(/^[\w-]{16,64}$/),
});
type WindowRequest = z.infer<typeof request>;

/**
 * The window another page opens: tells the member who asks, and hands a code to exactly that page.
 * The code is worth nothing at any other origin, nor without what the page kept to itself.
 */
export const windowPage: MemberPage = {
  path: '/members/window',
  needsMember: true,
  async get(visit) {
    const asked = readRequest(visit, visit.query);
    const standing = await standingOf(visit, asked);
    const { member } = memberIn(visit);
    const mayPass =
      standing.kind === 'own' ||
      (standing.kind === 'known' && (await hasAllowed(visit.strapi, member.id, asked.origin)));
    return mayPass ? handOver(visit, asked) : ask(visit, asked, standing);
  },
  async post(visit) {
    const asked = readRequest(visit, visit.form);
    const standing = await standingOf(visit, asked);
    const { member } = memberIn(visit);
    // A site nobody vouches for is asked about each time.
    if (standing.kind === 'known') await rememberSite(visit.strapi, member.id, asked.origin);
    return handOver(visit, asked);
  },
};

function readRequest({ origin }: Visit, given: URLSearchParams): WindowRequest {
  const asked = request.safeParse(Object.fromEntries(given));
  if (!asked.success || embeddingOrigin(asked.data.origin, origin) === null) {
    throw new ProblemError(400, {
      th: 'หน้าเว็บที่เปิดหน้าต่างนี้ขอเข้าสู่ระบบไม่ถูกต้อง การเข้าสู่ระบบใช้ได้จากหน้าเว็บที่เป็น https เท่านั้น',
      en: 'The page that opened this window asked wrongly. Signing in works from pages on https alone.',
    });
  }
  return asked.data;
}

async function standingOf({ strapi, origin }: Visit, asked: WindowRequest): Promise<SiteStanding> {
  const standing = await siteStanding(strapi, asked.origin, origin);
  if (standing.kind !== 'refused') return standing;
  throw new ProblemError(403, {
    th: 'ผู้ดูแลระบบไม่อนุญาตให้เข้าสู่ระบบจากเว็บไซต์นี้',
    en: 'Signing in from this site has been forbidden.',
  });
}

function ask(visit: Visit, asked: WindowRequest, standing: SiteStanding): PageAnswer {
  const { t } = visit;
  const { member } = memberIn(visit);
  const host = new URL(asked.origin).host;
  const back = `/members/window?${new URLSearchParams(asked).toString()}`;
  return {
    title: t('เข้าสู่ระบบให้เว็บไซต์นี้', 'Sign in for this site'),
    isWindow: true,
    body: html`${whoAsks(visit, host, standing)}
      <p>${t('หากตกลง เว็บไซต์นี้จะ', 'If you agree, this site')}</p>
      <ul class="plain-list">
        <li>${t('เห็นชื่อที่แสดงและสังกัดของท่าน', 'sees your display name and your authority')}</li>
        <li>
          ${t('โพสต์และตอบในเว็บบอร์ดในนามของท่านได้ขณะที่ท่านเปิดหน้านั้นอยู่', 'can post on the webboard in your name while you have its page open')}
        </li>
        <li>
          <b>${t('ไม่เห็นอีเมลและรหัสผ่านของท่าน', 'never sees your e-mail address or password')}</b>
        </li>
      </ul>
      ${renderForm(
        visit,
        '/members/window',
        html`${Object.entries(asked).map(
            ([name, value]) => html`<input type="hidden" name="${name}" value="${value}" />`
          )}
          <div class="actions">
            <button class="primary">
              ${t(`ดำเนินการต่อในชื่อ ${member.display_name}`, `Go on as ${member.display_name}`)}
            </button>
          </div>`
      )}
      ${renderForm(
        visit,
        '/members/sign-out',
        html`<input type="hidden" name="next" value="${back}" />
          <div class="actions"><button>${t('ใช้บัญชีอื่น', 'Use another account')}</button></div>`
      )}
      <p class="hint">${t('หากไม่ต้องการ ปิดหน้าต่างนี้ได้เลย', 'If not, just close this window.')}</p>`,
  };
}

function whoAsks({ t }: Visit, host: string, standing: SiteStanding): Html {
  if (standing.kind === 'known') {
    return html`<p>
      ${t('เว็บไซต์', 'The site')} <span class="origin">${host}</span> ${t('ของ', 'of')}
      <b>${standing.name}</b>
      ${t('ขอทราบว่าท่านเป็นใคร', 'asks who you are.')}
    </p>`;
  }
  return html`<p>
      ${t('เว็บไซต์', 'The site')} <span class="origin">${host}</span>
      ${t('ขอทราบว่าท่านเป็นใคร', 'asks who you are.')}
    </p>
    ${renderNotice(
      t(
        'เว็บไซต์นี้ยังไม่ได้ลงทะเบียนกับคลังความรู้ e-LAAS ดำเนินการต่อเฉพาะเมื่อท่านรู้จักและเชื่อถือเว็บไซต์นี้',
        'This site is not registered with the knowledge bank. Go on only if you know and trust it.'
      ),
      'warning'
    )}`;
}

async function handOver(visit: Visit, asked: WindowRequest): Promise<PageAnswer> {
  const { strapi, t } = visit;
  const found = memberIn(visit);
  const refusal = refusalOf(found);
  if (refusal) {
    return {
      title: t('เข้าสู่ระบบไม่ได้', 'You cannot sign in there'),
      status: refusal.status,
      isWindow: true,
      body: renderNotice(inWords(visit, refusal.sentence), 'bad'),
    };
  }
  const payload: WindowCode = {
    origin: asked.origin,
    challenge: asked.challenge,
    sessionId: found.session.id,
  };
  const code = await makeCode(strapi, 'window', { memberId: found.member.id, payload });
  return {
    title: t('เข้าสู่ระบบแล้ว', 'You are signed in'),
    isWindow: true,
    script: 'window',
    body: html`<p
        id="hand-over"
        data-code="${code}"
        data-state="${asked.state}"
        data-target="${asked.origin}"
      >
        ${t('กลับไปที่หน้าเว็บเดิมได้เลย หน้าต่างนี้จะปิดเอง', 'Go back to the page you came from; this window closes by itself.')}
      </p>
      <div id="no-opener" class="notice warning" hidden>
        ${t(
          'หน้าต่างนี้ติดต่อหน้าเว็บเดิมไม่ได้ โปรดปิดหน้าต่างนี้แล้วกดเข้าสู่ระบบจากหน้าเว็บเดิมอีกครั้ง หากยังไม่ได้ โปรดแจ้งผู้ดูแลเว็บไซต์นั้น',
          'This window cannot reach the page you came from. Close it and press “sign in” there again; if that does not help, tell the webmaster of that site.'
        )}
      </div>`,
  };
}
