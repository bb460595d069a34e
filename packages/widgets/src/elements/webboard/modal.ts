import type { KmElement } from '../../internal/km-element.js';

/**
 * A box over the page, not open yet. It goes when the reader goes elsewhere, and the focus returns
 * to where it was.
 */
export function createModal(host: KmElement): HTMLDialogElement {
  const dialog = document.createElement('dialog');
  dialog.className = 'asks';
  dialog.part.add('dialog');
  dialog.setAttribute('aria-labelledby', 'dialog-title');
  const before = host.shadowRoot?.activeElement as HTMLElement | null;
  const leave = () => dialog.close();
  window.addEventListener('popstate', leave);
  dialog.addEventListener('close', () => {
    window.removeEventListener('popstate', leave);
    dialog.remove();
    before?.focus();
  });
  host.renderRoot.querySelector('.root')?.append(dialog);
  return dialog;
}
