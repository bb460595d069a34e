import { checkPage, type Finding } from './check-page.js';
import { readPage } from './read-page.js';

/** Lets a web admin have a page of theirs looked at; it stays in the browser. */
export function connectCheck(): void {
  const form = document.getElementById('check-form') as HTMLFormElement;
  const source = document.getElementById('check-source') as HTMLTextAreaElement;
  const result = document.getElementById('check-result') as HTMLElement;
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    const options = document.querySelectorAll<HTMLOptionElement>('#embed-element option');
    const tags = [
      ...[...options].map(({ value }) => `km-${value}`),
      'km-member-menu',
      'km-context-help',
    ];
    const findings = checkPage(readPage(source.value), { origin: location.origin, tags });
    result.replaceChildren(...renderFindings(findings));
  });
}

function renderFindings(findings: readonly Finding[]): HTMLElement[] {
  if (findings.length === 0) {
    return [make('p', 'ไม่พบข้อผิดพลาด ถ้ายังไม่แสดงผล ให้ล้างแคชของเว็บไซต์และเบราว์เซอร์ แล้วเปิดหน้าใหม่อีกครั้ง')];
  }
  const list = make('ol');
  for (const { what, mend, code } of findings) {
    const item = make('li');
    item.append(make('strong', what), make('p', mend));
    if (code) {
      const shown = make('pre', code);
      shown.className = 'builder-code';
      shown.tabIndex = 0;
      item.append(shown);
    }
    list.append(item);
  }
  return [make('p', `พบสาเหตุที่เป็นไปได้ ${findings.length} ข้อ`), list];
}

function make(name: string, text = ''): HTMLElement {
  return Object.assign(document.createElement(name), { textContent: text });
}
