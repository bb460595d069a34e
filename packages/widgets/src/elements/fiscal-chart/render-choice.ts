import { html, nothing, type TemplateResult } from 'lit';

/**
 * A few buttons side by side of which one is chosen.
 *
 * @param label - Its accessible name, shown where `isShown`.
 */
export function renderChoice<Value extends string>(
  label: string,
  value: Value,
  options: readonly (readonly [Value, string])[],
  choose: (value: Value) => void,
  isShown = false
): TemplateResult {
  return html`<div role="group" aria-label=${label}>
    ${isShown ? html`<span class="label" aria-hidden="true">${label}</span>` : nothing}
    <span class="choice">
      ${options.map(
        ([option, words]) =>
          html`<button
            class="button"
            type="button"
            part="choice"
            aria-pressed=${option === value}
            @click=${() => choose(option)}
          >
            ${words}
          </button>`
      )}
    </span>
  </div>`;
}
