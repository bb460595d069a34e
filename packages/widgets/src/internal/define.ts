/**
 * Registers an element once.
 *
 * A page may hold two copies of the library (a theme brings one, an editor pastes another); the
 * first one wins and the second is harmless.
 */
export function defineElement(tag: string, element: CustomElementConstructor): void {
  const defined = customElements.get(tag);
  if (!defined) {
    customElements.define(tag, element);
  } else if (defined !== element) {
    console.debug(`<${tag}> is already defined by another copy.`);
  }
}
