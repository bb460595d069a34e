import { warnOnce } from '../internal/choose.js';

/** Where the loader leaves the address it was loaded from; a symbol clashes with nobody's names. */
const registry = globalThis as { [key: symbol]: string | undefined };
const key = Symbol.for('km-laas.api');

/** Sets the address for elements without an `api` attribute; the first one set stays. */
export function setDefaultApi(address: string): void {
  registry[key] ??= address;
}

/**
 * The address an element reads from, without a trailing slash; empty when there is none.
 *
 * @param host - Its `api` property wins over the page's default.
 */
export function resolveApi(host: Element & { api: string }): string {
  try {
    const { protocol, href } = new URL(host.api || registry[key]!, document.baseURI);
    if (/^https?:$/.test(protocol) && (host.api || registry[key])) return href.replace(/\/+$/, '');
  } catch {
    // Told below, like an address of another protocol.
  }
  warnOnce(`<${host.localName} api="${host.api}">: expected e.g. api="https://km.example.go.th".`);
  return '';
}
