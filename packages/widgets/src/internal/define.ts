import type { CSSResult, CSSResultOrNative, LitElement } from 'lit';
import { inTurn } from '../client/registry.js';

/**
 * Registers an element once.
 *
 * A page may hold two copies of the library (a theme brings one, an editor pastes another); the
 * first one wins and the second is harmless.
 */
export function defineElement(
  tag: string,
  element: CustomElementConstructor &
    Pick<typeof LitElement, 'elementStyles' | 'observedAttributes'>
): void {
  // Lit makes both when they are first read, which else falls together with the first drawing.
  inTurn(() => element.observedAttributes && element.elementStyles.map(parse));
  inTurn(() => {
    const defined = customElements.get(tag);
    if (!defined) customElements.define(tag, element);
    else if (defined !== element) console.debug(`<${tag}> is already defined by another copy.`);
  });
}

const parse = (style: CSSResultOrNative) => void (style as CSSResult).styleSheet;
