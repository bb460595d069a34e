import { adoptStyles, supportsAdoptingStyleSheets, type CSSResult, type LitElement } from 'lit';

/** Gives an element the styles of a part of it that was fetched later. */
export function addStyles(host: LitElement, ...styles: readonly CSSResult[]): void {
  const root = host.renderRoot as ShadowRoot;
  if (supportsAdoptingStyleSheets) {
    // Other parts may have added theirs, which lit's own function would take away.
    const sheets = styles.map((style) => style.styleSheet!);
    root.adoptedStyleSheets = [...root.adoptedStyleSheets, ...sheets];
  } else {
    adoptStyles(root, [...styles]);
  }
}
