import { html, nothing, type TemplateResult } from 'lit';

/** What is known of an item, each under its name; what is empty is left out. */
export function renderFacts(
  facts: readonly (readonly [name: string, value: unknown])[]
): TemplateResult {
  return html`<dl class="facts">
    ${facts.map(([name, value]) =>
      value
        ? html`<div>
            <dt>${name}</dt>
            <dd>${value}</dd>
          </div>`
        : nothing
    )}
  </dl>`;
}
