/** Marks for the time of printing: what stands around the element, and what is to be left out. */
const around = 'data-km-print-around';
const out = 'data-km-print-out';

const rules = `@media print {
  [${out}] { display: none !important }
  [${around}] {
    display: block !important; position: static !important; float: none !important;
    inline-size: auto !important; max-inline-size: none !important; block-size: auto !important;
    margin: 0 !important; padding: 0 !important; border: 0 !important; overflow: visible !important;
    background: none !important; box-shadow: none !important; transform: none !important;
  }
}`;

/**
 * Prints one element of a page alone, with the page's own fonts.
 *
 * Until the printing is over, the elements around it carry marks of ours and the page a style sheet
 * that applies to print only; a page's policy on styles allows it, for it is never markup.
 */
export function printItem(element: Element): void {
  const undo: (() => void)[] = [];
  for (let kept: Element | null = element; kept && kept !== document.documentElement;) {
    const parent: (Node & ParentNode) | null = kept.parentNode;
    for (const other of parent?.children ?? []) {
      if (other !== kept && !/^(script|style|link)$/.test(other.localName)) mark(other, out, undo);
    }
    if (parent instanceof ShadowRoot) {
      adopt(parent, undo);
      kept = parent.host;
    } else {
      kept = parent instanceof Element ? parent : null;
    }
    if (kept) mark(kept, around, undo);
  }
  adopt(document, undo);
  window.addEventListener('afterprint', () => undo.forEach((step) => step()), { once: true });
  window.print();
}

function mark(element: Element, name: string, undo: (() => void)[]): void {
  element.setAttribute(name, '');
  undo.push(() => element.removeAttribute(name));
}

function adopt(root: Document | ShadowRoot, undo: (() => void)[]): void {
  // Safari 16.0 to 16.3 cannot; there the page prints as a whole.
  if (!('adoptedStyleSheets' in root)) return;
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(rules);
  root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
  undo.push(() => {
    root.adoptedStyleSheets = root.adoptedStyleSheets.filter((other) => other !== sheet);
  });
}
