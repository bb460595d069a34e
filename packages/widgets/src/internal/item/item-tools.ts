import type { ReactiveController, TemplateResult } from 'lit';
import type { KmElement } from '../km-element.js';
import type { Localizer } from '../render-states.js';
import { CopyController } from './copy-controller.js';
import { goToHeading } from './go-to-heading.js';
import type { ItemController } from './item-controller.js';
import { renderItemTools } from './render-item-tools.js';

/** The tools above an item, for elements that fetch them with the first one a reader opens. */
export class ItemTools implements ReactiveController {
  readonly #host: KmElement;
  readonly #item: ItemController<unknown>;
  readonly #localize: Localizer;
  readonly #copy: CopyController;
  /** Whether the reader stands where the page's address led. */
  #hasArrived = false;

  constructor(host: KmElement, item: ItemController<unknown>, localize: Localizer) {
    this.#host = host;
    this.#item = item;
    this.#localize = localize;
    this.#copy = new CopyController(host);
    host.addController(this);
  }

  /** Search leads to a section: the hash of a page about this very item names its heading. */
  hostUpdated(): void {
    if (this.#hasArrived || location.hash.length < 2 || this.#host.item !== this.#item.id) return;
    this.#hasArrived = goToHeading(this.#host, location.hash.slice(1));
  }

  render(): TemplateResult {
    return renderItemTools(this.#host, this.#item, this.#copy, this.#localize);
  }
}
