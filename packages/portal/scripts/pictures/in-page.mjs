/* global document, innerWidth, NodeFilter */

/** @typedef {{x: number, y: number, width: number, height: number}} Box */

const ring = { border: '3px solid #c2410c', borderRadius: '8px' };
const number = {
  width: '26px',
  height: '26px',
  border: '2px solid #fff',
  borderRadius: '50%',
  background: '#c2410c',
  color: '#fff',
  font: '700 15px/22px Sarabun, sans-serif',
  textAlign: 'center',
};

/** What `drawRings` draws with; it runs in the page and sees nothing of this file. */
export const styles = { ring, number };

/**
 * Draws a numbered ring around each box, above everything else. Runs in the page.
 *
 * @param {{boxes: Box[], styles: typeof styles}} drawing
 * @returns {Element} To be removed again.
 */
export function drawRings({ boxes, styles: { ring, number } }) {
  const layer = document.createElement('div');
  // In the top layer, or an open dialog would lie above the rings.
  layer.popover = 'manual';
  const wholePage = { all: 'initial', display: 'block', position: 'fixed', inset: '0' };
  Object.assign(layer.style, wholePage, { pointerEvents: 'none' });
  const add = (/** @type {string} */ text, /** @type {Record<string, string>[]} */ ...looks) => {
    const element = document.createElement('div');
    element.textContent = text;
    Object.assign(element.style, { position: 'fixed', boxSizing: 'border-box' }, ...looks);
    layer.append(element);
  };
  for (const [index, { x, y, width, height }] of boxes.entries()) {
    const inPixels = { left: `${x - 4}px`, top: `${y - 4}px` };
    add('', ring, inPixels, { width: `${width + 8}px`, height: `${height + 8}px` });
    // On the right, for what a field is called stands on its left.
    const left = `${Math.min(innerWidth - 28, x + width - 11)}px`;
    add(String(index + 1), number, { left, top: `${Math.max(2, y - 16)}px` });
  }
  document.body.append(layer);
  layer.showPopover();
  return layer;
}

/**
 * Writes addresses as readers will see them: those of this machine mean nothing to them, and its
 * ports differ each time. Runs in the page.
 *
 * @param {string[][]} names
 */
export function nameHosts(names) {
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (texts.nextNode()) {
    const text = /** @type {Text} */ (texts.currentNode);
    for (const [host = '', name = ''] of names) {
      if (!text.data.includes(host)) continue;
      text.data = text.data.replaceAll(`http://${host}`, `https://${name}`).replaceAll(host, name);
    }
  }
}
