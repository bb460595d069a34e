import { checkPage, type Finding, type PageFacts } from './check-page.js';
import { fetchFacts } from './fetch-facts.js';
import { readPage } from './read-page.js';
import type { Translation } from './translations/index.js';

/** Lets a web admin have a page of theirs looked at, by its address or by its source. */
export function connectCheck({ check, findings }: Translation): void {
  const address = document.getElementById('check-address') as HTMLInputElement;
  const source = document.getElementById('check-source') as HTMLTextAreaElement;
  const result = document.getElementById('check-result') as HTMLElement;
  const show = (...parts: HTMLElement[]) => result.replaceChildren(...parts);
  const showFindings = (page: PageFacts) => show(...renderFindings(page, check, findings));
  let asked = 0;

  onSubmit('check-address-form', async () => {
    const mine = ++asked;
    show(make('p', check.opening));
    const answer = await fetchFacts(address.value, check);
    // What was asked last is what is shown.
    if (mine !== asked) return;
    if ('problem' in answer) show(make('p', answer.problem));
    else showFindings(answer);
  });
  onSubmit('check-form', () => {
    asked += 1;
    showFindings(readPage(source.value));
  });
}

function onSubmit(form: string, act: () => void): void {
  document.getElementById(form)?.addEventListener('submit', (event) => {
    event.preventDefault();
    act();
  });
}

function renderFindings(
  page: PageFacts,
  words: Translation['check'],
  findingWords: Translation['findings']
): HTMLElement[] {
  const findings = checkPage(page, { origin: location.origin, tags: knownTags() }, findingWords);
  // Somebody who was sent on to another page learns it here.
  const looked = page.address ? [make('p', words.looked(page.address))] : [];
  if (findings.length === 0) return [...looked, make('p', words.sound)];
  const list = make('ol');
  list.append(...findings.map(renderFinding));
  return [...looked, make('p', words.found(findings.length)), list];
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
