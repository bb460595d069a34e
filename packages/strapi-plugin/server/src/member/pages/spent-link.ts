import { renderNotice } from './form-parts';
import { html } from './html';
import type { PageAnswer, Visit } from './page';

interface Way {
  href: string;
  label: string;
}

/** What a link of a mail shows once it works no more, and what to do instead. */
export function spentLink(why: string, way: Way, t: Visit['t'], other?: Way): PageAnswer {
  return {
    title: t('ลิงก์นี้ใช้ไม่ได้แล้ว', 'This link works no more'),
    status: 410,
    body: html`${renderNotice(why, 'warning')}
      <div class="actions">
        <a class="button primary" href="${way.href}">${way.label}</a>
        ${other && html`<a class="button" href="${other.href}">${other.label}</a>`}
      </div>`,
  };
}
