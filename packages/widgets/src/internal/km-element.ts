import { LitElement, type CSSResultGroup, type PropertyValues } from 'lit';
import { property } from 'lit/decorators.js';
import { resolveApi } from '../client/api-address.js';
import { inTurn, registry } from '../client/registry.js';
import { tokenStyles } from '../themes/tokens.styles.js';
import { version } from '../version.js';
import { chooseNumber, chooseValue } from './choose.js';
import { hostStyles } from './host.styles.js';

/**
 * What every element of the knowledge bank has in common.
 *
 * @attr lang - Language of the controls, `th` or `en`; else that of the nearest `lang` in the page.
 * @cssproperty [--km-accent=#0b57a4] - The one accent colour; see tokens.css for all tokens.
 * @csspart base - The box around everything.
 */
export abstract class KmElement extends LitElement {
  static override styles: CSSResultGroup = [tokenStyles, hostStyles];

  /** Address of the knowledge bank, e.g. `https://km.example.go.th`; where the script came from when left out. */
  @property() api = '';

  /** Slug of a menu of e-LAAS; shows what hangs on it and on the menus below. */
  @property() topic = '';

  /** Eight-digit code of a local authority; used by the tags that show figures, ignored by the rest. */
  @property() authority = '';

  /** How many items to show at first, 1 to 100. */
  @property({ type: Number }) limit = 10;

  /** `light`, `dark`, or `auto`, which follows the reader's system. */
  // Light unless asked: a municipal page without a dark design must not get a dark island.
  @property() theme = 'light';

  /** `comfortable` or `compact`. */
  @property() density = 'comfortable';

  /** Id of the item to open at first. */
  @property() item = '';

  /** Address of an item's page, with `{id}` for its id; items open in place when left out. */
  @property({ attribute: 'item-href' }) itemHref = '';

  /** Level of the element's own headings, 2 to 5, to fit the page's outline. */
  @property({ type: Number, attribute: 'heading-level' }) headingLevel = 3;

  readonly #adopted: Record<string, string> = {};

  /** Address of the API in use, without a trailing slash; empty when nobody has named it. */
  get apiAddress(): string {
    return resolveApi(this);
  }

  /** The allowed {@link limit}. */
  get pageSize(): number {
    return chooseNumber(this, 'limit', this.limit, [1, 100], 10);
  }

  /** The allowed {@link headingLevel}, `below` levels further down. */
  outlineLevel(below = 0): number {
    return Math.min(chooseNumber(this, 'heading-level', this.headingLevel, [2, 5], 3) + below, 6);
  }

  /** Whether the page wrote markup inside the tag to show until there is data. */
  get hasFallback(): boolean {
    return this.querySelector(':scope > :not([slot])') !== null;
  }

  override connectedCallback(): void {
    if (this.shadowRoot) super.connectedCallback();
    else inTurn(() => this.isConnected && !this.shadowRoot && super.connectedCallback());
    this.dataset.kmVersion = version;
    document.addEventListener('km-configure', this.#adopt);
    this.#adopt();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    document.removeEventListener('km-configure', this.#adopt);
  }

  /** Takes over what the page has set for all tags, where this one says nothing of its own. */
  readonly #adopt = () => {
    for (const [name, value] of Object.entries(registry.defaults)) {
      const own = this.getAttribute(name);
      if (name !== 'api' && (own === null || own === this.#adopted[name])) {
        this.setAttribute(name, (this.#adopted[name] = value));
      }
    }
    this.requestUpdate();
  };

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!this.hasUpdated) chooseValue(this, 'lang', this.getAttribute('lang'), ['th', 'en']);
    if (changed.has('theme')) chooseValue(this, 'theme', this.theme, ['light', 'dark', 'auto']);
    if (changed.has('density'))
      chooseValue(this, 'density', this.density, ['comfortable', 'compact']);
  }
}
