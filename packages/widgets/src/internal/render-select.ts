import { html, type TemplateResult } from 'lit';

/**
 * A labelled choice of one value.
 *
 * @param options - Values with their words; an empty value means any.
 */
export function renderSelect<Value extends string>(
  label: string,
  value: string,
  options: readonly (readonly [Value, string])[],
  choose: (value: Value) => void
): TemplateResult {
  return html`<label>
    <span class="label">${label}</span>
    <select
      class="field"
      part="filter"
      @change=${(event: Event) => choose((event.target as HTMLSelectElement).value as Value)}
    >
      ${options.map(
        ([option, words]) =>
          html`<option value=${option} .selected=${option === value}>${words}</option>`
      )}
    </select>
  </label>`;
}
