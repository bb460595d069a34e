import type { TemplateResult } from 'lit';
import type { KmElement } from '../km-element.js';
import type { Localizer } from '../render-states.js';
import { CopyController } from './copy-controller.js';
import type { ItemController } from './item-controller.js';
import { renderItemTools } from './render-item-tools.js';

/** The tools above an item, for elements that fetch them with the first one a reader opens. */
export class ItemTools {
  readonly #host: KmElement;
  readonly #item: ItemController<unknown>;
  readonly #localize: Localizer;
  readonly #copy: CopyController;

  constructor(host: KmElement, item: ItemController<unknown>, localize: Localizer) {
    this.#host = host;
    this.#item = item;
    this.#localize = localize;
    this.#copy = new CopyController(host);
  }

  render(): TemplateResult {
    return renderItemTools(this.#host, this.#item, this.#copy, this.#localize);
  }
}
