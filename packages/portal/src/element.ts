import { escapeHtml, Html, type Part, html } from './html.js';

/** What a widget is told on this site; a value is text, or a marker of the server. */
export type Attributes = Readonly<Record<string, string | number | Html>>;

/**
 * One of the knowledge bank's elements with what stands in it until its data arrives.
 *
 * A tag's name cannot be part of a template, so it is put together here.
 */
export function renderElement(tag: `km-${string}`, attributes: Attributes, fallback: Part): Html {
  const all: Attributes = { theme: 'auto', 'heading-level': 2, ...attributes };
  const written = Object.entries(all).map(
    ([name, value]) =>
      ` ${name}="${value instanceof Html ? value.toString() : escapeHtml(String(value))}"`
  );
  return Html.trust(`<${tag}${written.join('')}>${html`${fallback}`}</${tag}>`);
}
