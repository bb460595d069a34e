import type { KmElement } from '../km-element.js';

/**
 * Goes to a heading of an item by its anchor; a browser cannot, for the page ends at our shadow.
 *
 * @param anchor - As it stands in an address or in the item.
 * @returns Whether there is such a heading.
 */
export function goToHeading(host: KmElement, anchor: string): boolean {
  const headings = host.shadowRoot!.querySelectorAll<HTMLElement>('[data-anchor]');
  const heading = [...headings].find(
    ({ dataset }) => dataset.anchor === anchor || encodeURIComponent(dataset.anchor!) === anchor
  );
  if (!heading) return false;
  heading.tabIndex = -1;
  heading.focus({ preventScroll: true });
  heading.scrollIntoView();
  return true;
}
