import { warnOnce } from '../internal/choose.js';
import { registry } from './registry.js';

/** Sets the address for elements without an `api` attribute; the first one set stays. */
export function setDefaultApi(address: string): void {
  registry.defaults.api ??= address;
}

/**
 * The address an element reads from, without a trailing slash; empty when there is none.
 *
 * @param host - Its `api` property wins over the page's default.
 */
export function resolveApi(host: Element & { api: string }): string {
  const address = host.api || registry.defaults.api;
  try {
    const { protocol, href } = new URL(address!, document.baseURI);
    if (/^https?:$/.test(protocol) && address) return href.replace(/\/+$/, '');
  } catch {
    // Told below, like an address of another protocol.
  }
  warnOnce(`<${host.localName} api="${host.api}">: expected e.g. api="https://km.example.go.th".`);
  return '';
}
