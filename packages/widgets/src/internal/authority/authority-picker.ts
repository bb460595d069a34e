import type { AuthorityListItem } from '@km-laas/contract';
import { html, nothing, type TemplateResult } from 'lit';
import { listAuthorities } from '../../client/services/authorities.js';
import type { Page } from '../../client/read.js';
import { LocalizeController } from '../../controllers/localize-controller.js';
import { ResourceController } from '../../controllers/resource-controller.js';
import { debounce } from '../debounce.js';
import { addStyles } from '../item/add-styles.js';
import type { KmElement } from '../km-element.js';
import { renderFailure } from '../render-states.js';
import { authorityPickerStyles } from './authority-picker.styles.js';
import { th, type AuthorityPickerTranslation } from './authority-picker.th.js';

/** Fewer letters than this find half the country. */
const fewest = 2;

/** An authority that figures can be asked of. */
export type PickedAuthority = AuthorityListItem & { code: string };

/** A field that finds an authority by its name as people write it, and lets the reader choose. */
export class AuthorityPicker {
  readonly #host: KmElement;
  readonly #pick: (authority: PickedAuthority) => void;
  readonly #localize: LocalizeController<AuthorityPickerTranslation>;
  readonly #found: ResourceController<Page<AuthorityListItem>, [string, string]>;
  #search = '';
  #active = -1;

  /** @param pick - Told of the reader's choice. */
  constructor(host: KmElement, pick: (authority: PickedAuthority) => void) {
    this.#host = host;
    this.#pick = pick;
    this.#localize = new LocalizeController(host, {
      th,
      en: async () => (await import('./authority-picker.en.js')).en,
    });
    this.#found = new ResourceController(host, {
      args: () => (this.#search.length < fewest ? null : [host.apiAddress, this.#search]),
      load: ([api, q], options) => listAuthorities({ q, pageSize: 10 }, { api, ...options }),
    });
    addStyles(host, authorityPickerStyles);
  }

  /** Begins anew, without the words of the last search. */
  clear(): void {
    this.#search = '';
    this.#active = -1;
  }

  render(): TemplateResult {
    const { text } = this.#localize;
    const options = this.#options;
    const isOpen = options.length > 0;
    return html`<div class="picker">
      <label for="authority">${text.pick}</label>
      <input
        id="authority"
        class="field"
        part="picker"
        type="text"
        role="combobox"
        aria-label=${text.pick}
        maxlength="200"
        autocomplete="off"
        spellcheck="false"
        placeholder=${text.pickPlaceholder}
        aria-autocomplete="list"
        aria-expanded=${isOpen}
        aria-controls="authorities"
        aria-describedby="authority-hint"
        aria-activedescendant=${isOpen && this.#active >= 0 ? `authority-${this.#active}` : nothing}
        @input=${this.#type}
        @keydown=${this.#press}
      />
      <p id="authority-hint" class="quiet">${text.pickHint}</p>
      ${
        this.#found.error && this.#search
          ? renderFailure(this.#found.error, this.#found, this.#localize)
          : nothing
      }
      <div
        id="authorities"
        class="options"
        role="listbox"
        aria-label=${text.pick}
        ?hidden=${!isOpen}
      >
        ${options.map(
          (option, index) =>
            html`<button
              id="authority-${index}"
              role="option"
              part="authority"
              type="button"
              tabindex="-1"
              lang="th"
              aria-selected=${index === this.#active}
              @click=${() => this.#pick(option)}
            >
              ${option.name}
              <span class="quiet">
                ${option.district ? `อ.${option.district} ` : nothing}จ.${option.province}
              </span>
            </button>`
        )}
      </div>
      <p role="status">${this.#describe()}</p>
    </div>`;
  }

  get #options(): PickedAuthority[] {
    if (this.#search.length < fewest) return [];
    // Two kinds of authority have no code, and so no figures.
    return (this.#found.value?.items ?? []).filter((item): item is PickedAuthority => !!item.code);
  }

  #describe(): unknown {
    const { text } = this.#localize;
    const { pending, value, error } = this.#found;
    if (this.#search.length < fewest || error) return nothing;
    if (pending || !value) return html`<span class="quiet">${text.loading}</span>`;
    const count = this.#options.length;
    return count
      ? html`<span class="visually-hidden">${text.found(this.#localize.number(count))}</span>`
      : html`<strong>${text.noneFound(this.#search)}</strong>
          <span class="quiet">${text.noneHint}</span>`;
  }

  readonly #find = debounce((search: string) => {
    this.#search = search;
    this.#active = -1;
    this.#host.requestUpdate();
  });

  readonly #type = (event: Event) => this.#find((event.target as HTMLInputElement).value.trim());

  readonly #press = (event: KeyboardEvent) => {
    const options = this.#options;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step && options.length) {
      // Beyond the last comes the first.
      const from = this.#active < 0 && step < 0 ? 0 : this.#active;
      this.#active = (from + step + options.length) % options.length;
    } else if (event.key === 'Enter' && options.length) {
      const chosen = options[this.#active] ?? (options.length === 1 ? options[0] : undefined);
      if (chosen) this.#pick(chosen);
    } else if (event.key === 'Escape' && this.#search) {
      this.clear();
      (event.target as HTMLInputElement).value = '';
    } else {
      return;
    }
    event.preventDefault();
    this.#host.requestUpdate();
  };
}
