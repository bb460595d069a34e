import { html, type TemplateResult } from 'lit';

/** The field that filters a list, with its name and an example; a part named `search`. */
export function renderSearchField(
  { search, searchHint }: { search: string; searchHint: string },
  value: string,
  typed: (event: Event) => void
): TemplateResult {
  return html`<label>
    <span class="label">${search}</span>
    <input
      class="field"
      part="search"
      type="search"
      maxlength="200"
      autocomplete="off"
      placeholder=${searchHint}
      .value=${value}
      @input=${typed}
    />
  </label>`;
}
