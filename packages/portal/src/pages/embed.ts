import { hosts } from '../client/embed/snippets.js';
import { html, type Html, type Part } from '../html.js';
import type { House, Service } from '../page.js';
import { renderTextHead } from './text-head.js';

/** What an element can be told beside language and looks. */
function takenBy({ name, isFigures }: Service): string {
  if (isFigures) return 'authority';
  return name === 'news' ? 'limit' : 'topic limit';
}

function renderField(
  id: string,
  label: string,
  control: Html,
  hint: Part = null,
  taken = ''
): Html {
  return html`<div class="builder-field" ${taken ? html`data-taken="${taken}"` : null}>
    <label for="embed-${id}">${label}</label>
    ${control}${hint ? html`<p class="hint" id="embed-${id}-hint">${hint}</p>` : null}
  </div>`;
}

function renderSelect(id: string, options: readonly (readonly [string, string])[]): Html {
  return html`<select id="embed-${id}" name="${id}">
    ${options.map(([value, title]) => html`<option value="${value}">${title}</option>`)}
  </select>`;
}

function renderChoices({ services }: House): Html {
  return html`<form class="builder-choices" id="embed-form">
    ${renderField(
      'element',
      'บริการที่ต้องการแสดง',
      html`<select id="embed-element" name="element">
        ${services.map(
          (service) =>
            html`<option
              value="${service.tag.slice(3)}"
              data-path="/${service.name}"
              data-takes="${takenBy(service)}"
            >
              ${service.title}
            </option>`
        )}
        <option value="search-box" data-path="/search" data-takes="">ค้นหาทุกบริการ</option>
        <option value="status-strip" data-path="/" data-takes="">สถานะระบบ e-LAAS</option>
      </select>`
    )}
    ${renderField(
      'authority',
      'อปท. ของท่าน',
      html`<input
          id="embed-authority"
          name="authority"
          list="embed-authorities"
          autocomplete="off"
          aria-describedby="embed-authority-hint"
        /><datalist id="embed-authorities"></datalist>`,
      'พิมพ์ชื่อหรือรหัส 8 หลัก แล้วเลือกจากรายการ เว้นว่างไว้ให้ผู้อ่านเลือกเอง',
      'authority'
    )}
    ${renderField('topic', 'เฉพาะเมนู', renderSelect('topic', [['', 'ทุกเมนู']]), null, 'topic')}
    ${renderField(
      'limit',
      'จำนวนรายการเมื่อเปิดหน้า',
      html`<input id="embed-limit" name="limit" type="number" min="1" max="100" value="10" />`,
      null,
      'limit'
    )}
    ${renderField(
      'lang',
      'ภาษา',
      renderSelect('lang', [
        ['', 'ตามหน้าเว็บ'],
        ['th', 'ไทย'],
        ['en', 'อังกฤษ (English)'],
      ])
    )}
    ${renderField(
      'theme',
      'พื้นหลัง',
      renderSelect('theme', [
        ['light', 'สว่าง'],
        ['dark', 'มืด'],
        ['auto', 'ตามเครื่องของผู้อ่าน'],
      ])
    )}
    ${renderField(
      'density',
      'ระยะห่าง',
      renderSelect('density', [
        ['comfortable', 'ปกติ'],
        ['compact', 'กระชับ'],
      ])
    )}
    <div class="builder-field" id="embed-pinning">
      <label
        ><input type="checkbox" id="embed-pinned" aria-describedby="embed-pinned-hint" />
        <span>ตรึงรุ่นและให้เบราว์เซอร์ตรวจไฟล์ (SRI)</span></label
      >
      <p class="hint" id="embed-pinned-hint">
        หน้าเว็บใช้รุ่นนี้จนกว่าท่านจะเปลี่ยนโค้ด เหมาะกับหน่วยงานที่ต้องตรวจสอบไฟล์ก่อนปรับรุ่น ถ้าไม่แน่ใจไม่ต้องเลือก
      </p>
      <p class="hint" id="embed-release" role="status"></p>
    </div>
    <fieldset class="builder-field">
      <legend>สีหลัก</legend>
      <label
        ><input type="checkbox" id="embed-coloured" aria-describedby="embed-contrast" />
        <span>ใช้สีของหน่วยงาน</span></label
      >
      <input type="color" id="embed-accent" value="#0b57a4" aria-label="สีของหน่วยงาน" />
      <p class="hint" id="embed-contrast" role="status"></p>
      <button type="button" id="embed-mend" hidden>ใช้สีใกล้เคียงที่อ่านได้</button>
    </fieldset>
  </form>`;
}

/** Where an element is chosen, looked at and taken along; works in the reader's browser alone. */
export function renderEmbedBuilder(house: House): Html {
  return html`<div class="page-head prose">
      ${renderTextHead('/embed', house)}
      <p class="lead">
        นำคู่มือ กฎหมาย คำถามที่พบบ่อย ข่าว และตัวเลขการคลังของ อปท. ไปแสดงบนเว็บไซต์ของท่าน
        ข้อมูลเป็นปัจจุบันเสมอโดยไม่ต้องดูแลเพิ่ม เลือกด้านล่างแล้วคัดลอกโค้ดไปวาง หากยังไม่เคยทำ โปรดดู
        <a href="/help/web-admins">คู่มือสำหรับผู้ดูแลเว็บไซต์</a>
      </p>
      <p data-needs-no-script>หน้านี้ต้องเปิดใช้ JavaScript เพื่อสร้างโค้ด</p>
    </div>
    <div class="builder panel" data-needs-script>
      <section aria-labelledby="embed-choose">
        <h2 id="embed-choose">1. เลือกสิ่งที่จะแสดง</h2>
        ${renderChoices(house)}
      </section>
      <section aria-labelledby="embed-look">
        <h2 id="embed-look">2. ดูตัวอย่าง</h2>
        <div class="builder-widths" role="group" aria-label="ความกว้างของตัวอย่าง">
          <button type="button" data-width="360" aria-pressed="false">โทรศัพท์</button>
          <button type="button" data-width="" aria-pressed="true">คอมพิวเตอร์</button>
        </div>
        <div class="builder-preview" role="group" aria-label="ตัวอย่าง" tabindex="0">
          <iframe id="embed-preview" title="ตัวอย่าง" sandbox="allow-scripts allow-popups"></iframe>
        </div>
      </section>
      <section aria-labelledby="embed-take">
        <h2 id="embed-take">3. คัดลอกโค้ดไปวาง</h2>
        ${renderField(
          'host',
          'เว็บไซต์ของท่านสร้างด้วย',
          renderSelect(
            'host',
            hosts.map(({ name, title }) => [name, title] as const)
          )
        )}
        <ol id="embed-steps"></ol>
        <pre
          class="builder-code"
          tabindex="0"
          role="region"
          aria-label="โค้ด"
        ><code id="embed-code"></code></pre>
        <p>
          <button type="button" class="builder-primary" id="embed-copy">คัดลอกโค้ด</button>
          <span role="status" id="embed-copied"></span>
        </p>
      </section>
    </div>
    ${renderCheck()}`;
}

/** Where web admins learn why what they put into their page does not show. */
function renderCheck(): Html {
  return html`<section
    class="panel prose builder-check"
    aria-labelledby="embed-check"
    data-needs-script
  >
    <h2 id="embed-check">วางแล้วไม่แสดงผล ตรวจหาสาเหตุได้ที่นี่</h2>
    <form id="check-address-form" novalidate>
      <label for="check-address">ที่อยู่ของหน้าเว็บ</label>
      <div class="builder-line">
        <input
          id="check-address"
          inputmode="url"
          autocomplete="url"
          spellcheck="false"
          maxlength="2000"
          placeholder="https://www.example.go.th/"
          aria-describedby="check-address-hint"
          required
        />
        <button type="submit" class="builder-primary">ตรวจสอบ</button>
      </div>
      <p class="hint" id="check-address-hint">
        ระบบเปิดหน้านี้ดูหนึ่งครั้งแล้วบอกสาเหตุพร้อมวิธีแก้ ไม่เก็บทั้งที่อยู่และเนื้อหา
      </p>
    </form>
    <details>
      <summary>หน้าเว็บที่ต้องเข้าสู่ระบบ หรือเปิดจากภายนอกไม่ได้</summary>
      <p>
        เปิดหน้าเว็บของท่านใน Chrome หรือ Edge กด F12 เลือกแท็บ Console วางบรรทัดนี้แล้วกด Enter
        จากนั้นกลับมาวางในช่องด้านล่าง หรือวางโค้ดของหน้าเว็บที่คัดลอกมาก็ได้ ข้อความที่วางไม่ถูกส่งออกจากเครื่องของท่าน
      </p>
      <pre class="builder-code" tabindex="0" role="region" aria-label="คำสั่งสำหรับ Console"><code
      >copy([location.href, (await fetch(location.href)).headers.get('content-security-policy') ?? '', document.documentElement.outerHTML].join('\\n'))</code></pre>
      <form id="check-form">
        <label for="check-source">โค้ดของหน้าเว็บ</label>
        <textarea id="check-source" rows="6" spellcheck="false" required></textarea>
        <p><button type="submit" class="builder-primary">ตรวจโค้ดที่วาง</button></p>
      </form>
    </details>
    <div id="check-result" role="status"></div>
  </section>`;
}
