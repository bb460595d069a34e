import type { KmElement } from '../src/internal/km-element.js';

const places: HTMLElement[] = [];

/** Puts an element into the page, as a webmaster would, and waits for its first render. */
export async function mount<Element extends KmElement>(
  tag: string,
  attributes: Record<string, string> = {},
  content = ''
): Promise<Element> {
  const place = document.createElement('div');
  places.push(place);
  document.body.append(place);
  const element = document.createElement(tag) as Element;
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  if (content)
    element.append(...new DOMParser().parseFromString(content, 'text/html').body.childNodes);
  place.append(element);
  await element.updateComplete;
  return element;
}

/** Takes what tests have mounted out of the page again. */
export function unmount(): void {
  for (const place of places.splice(0)) place.remove();
}

/** Leaves nothing of a test behind: no element, no saved answer, no language, no hash. */
export function reset(): void {
  unmount();
  localStorage.clear();
  document.documentElement.removeAttribute('lang');
  history.replaceState(null, '', location.pathname + location.search);
}

/** What a reader sees of an element, hidden parts left out. */
export function visibleText(element: Element): string {
  const parts: string[] = [];
  const visit = (node: Node) => {
    if (node instanceof Text) parts.push(node.data);
    if (node instanceof Element && (node.hasAttribute('hidden') || node.localName === 'style'))
      return;
    if (node instanceof HTMLSlotElement && node.assignedNodes().length) {
      node.assignedNodes().forEach(visit);
    } else {
      node.childNodes.forEach(visit);
    }
  };
  visit(element.shadowRoot ?? element);
  return parts.join(' ').replace(/\s+/g, ' ').trim();
}

/** The first element in the shadow root; fails when there is none. */
export function find<Found extends HTMLElement = HTMLElement>(
  element: Element,
  selector: string
): Found {
  const found = element.shadowRoot!.querySelector<Found>(selector);
  if (!found) throw new Error(`<${element.localName}> has no ${selector}: ${visibleText(element)}`);
  return found;
}

/** Waits until a condition holds. */
export async function until(condition: () => unknown, what = String(condition)): Promise<void> {
  const end = performance.now() + 4000;
  while (!condition()) {
    if (performance.now() > end) throw new Error(`Waited in vain until ${what}`);
    await new Promise((resolve) => requestAnimationFrame(resolve));
  }
}
