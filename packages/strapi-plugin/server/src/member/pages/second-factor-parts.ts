import { renderNotice } from './form-parts';
import { Html, html } from './html';
import { nextOf, type PageAnswer, type Visit } from './page';

/** Dark on white whatever the page's colours are, or cameras do not read it. */
export async function renderQr(text: string, label: string): Promise<Html> {
  const { encodeQR } = await import('qr');
  const drawing = encodeQR(text, 'svg', { border: 3 });
  const named = `<svg class="qr" role="img" aria-label="${label}" `;
  return Html.trust(drawing.replace(/^[^]*?<svg /, named));
}

/** The recovery codes, told this once. */
export function showRecovery(visit: Visit, codes: readonly string[]): PageAnswer {
  const { t } = visit;
  return {
    title: t('เก็บรหัสสำรองไว้', 'Keep your recovery codes'),
    body: html`${renderNotice(t('การยืนยันตัวตนสองชั้นเปิดอยู่', 'The second factor is on'), 'good')}
      <p>
        ${t(
          'รหัสสำรองใช้เข้าสู่ระบบแทนรหัสจากแอปได้รหัสละ 1 ครั้ง เมื่อไม่มีโทรศัพท์อยู่กับตัว ระบบแสดงรหัสเหล่านี้เพียงครั้งนี้ โปรดพิมพ์หรือจดไว้ในที่ปลอดภัย',
          'Each works once in place of a code of the app, when you are without your telephone. They are shown this once: print them or write them down.'
        )}
      </p>
      <ul class="codes">
        ${codes.map((code) => html`<li><code>${code}</code></li>`)}
      </ul>
      <div class="actions">
        <a class="button primary" href="${nextOf(visit)}"
          >${t('เก็บรหัสแล้ว ดำเนินการต่อ', 'I have kept them; go on')}</a
        >
      </div>`,
  };
}
