import { html, type Html } from '../html.js';
import type { House } from '../page.js';

export function renderNotFound({ services }: House): Html {
  return html`<div class="panel prose">
    <h1>ไม่พบหน้าที่ต้องการ</h1>
    <p>หน้านี้อาจถูกย้าย ถูกถอนการเผยแพร่ หรือที่อยู่เว็บไม่ถูกต้อง โปรดตรวจสอบที่อยู่อีกครั้ง หรือเลือกจากบริการต่อไปนี้</p>
    <ul>
      ${services.map(
        ({ name, title, line }) =>
          html`<li>
            <a href="/${name}">${title}</a>
            <p>${line}</p>
          </li>`
      )}
    </ul>
    <p><a href="/">กลับหน้าแรก</a> หรือ <a href="/contact">ติดต่อเรา</a> หากเชื่อว่าหน้านี้ควรมีอยู่</p>
  </div>`;
}
