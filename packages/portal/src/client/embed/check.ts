import { checkPage, type Finding, type PageFacts } from './check-page.js';
import { fetchFacts } from './fetch-facts.js';
import { readPage } from './read-page.js';

/** Lets a web admin have a page of theirs looked at, by its address or by its source. */
export function connectCheck(): void {
  const address = document.getElementById('check-address') as HTMLInputElement;
  const source = document.getElementById('check-source') as HTMLTextAreaElement;
  const result = document.getElementById('check-result') as HTMLElement;
  const show = (...parts: HTMLElement[]) => result.replaceChildren(...parts);
  let asked = 0;

  onSubmit('check-address-form', async () => {
    const mine = ++asked;
    show(make('p', 'กำลังเปิดหน้าเว็บ…'));
    const answer = await fetchFacts(address.value);
    // What was asked last is what is shown.
    if (mine !== asked) return;
    show(...('problem' in answer ? [make('p', answer.problem)] : renderFindings(answer)));
  });
  onSubmit('check-form', () => {
    asked += 1;
    show(...renderFindings(readPage(source.value)));
  });
}

function onSubmit(form: string, act: () => void): void {
  document.getElementById(form)?.addEventListener('submit', (event) => {
    event.preventDefault();
    act();
  });
}

function renderFindings(page: PageFacts): HTMLElement[] {
  const findings = checkPage(page, { origin: location.origin, tags: knownTags() });
  // Somebody who was sent on to another page learns it here.
  const looked = page.address ? [make('p', `ตรวจหน้า ${page.address}`)] : [];
  if (findings.length === 0) {
    const sound = 'ไม่พบข้อผิดพลาด ถ้ายังไม่แสดงผล ให้ล้างแคชของเว็บไซต์และเบราว์เซอร์ แล้วเปิดหน้าใหม่อีกครั้ง';
    return [...looked, make('p', sound)];
  }
  const list = make('ol');
  list.append(...findings.map(renderFinding));
  return [...looked, make('p', `พบสาเหตุที่เป็นไปได้ ${findings.length} ข้อ`), list];
}

function renderFinding({ what, mend, code }: Finding): HTMLElement {
  const item = make('li');
  item.append(make('strong', what), make('p', mend));
  if (code) {
    const shown = make('pre', code);
    shown.className = 'builder-code';
    shown.tabIndex = 0;
    item.append(shown);
  }
  return item;
}

function knownTags(): string[] {
  const options = document.querySelectorAll<HTMLOptionElement>('#embed-element option');
  return [...[...options].map(({ value }) => `km-${value}`), 'km-member-menu', 'km-context-help'];
}

function make(name: string, text = ''): HTMLElement {
  return Object.assign(document.createElement(name), { textContent: text });
}
