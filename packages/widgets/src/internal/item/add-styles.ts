import { adoptStyles, type CSSResult, type LitElement } from 'lit';

/** Gives an element the styles of a part of it that was fetched later. */
export function addStyles(host: LitElement, ...styles: readonly CSSResult[]): void {
  const { elementStyles } = host.constructor as typeof LitElement;
  adoptStyles(host.renderRoot as ShadowRoot, [...elementStyles, ...styles]);
}
