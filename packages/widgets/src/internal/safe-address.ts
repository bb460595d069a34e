/**
 * An address a reader can be sent to, absolute; undefined for anything but http(s), mailto and tel.
 *
 * @param base - What a path is relative to: the API for files and pictures.
 */
export function safeAddress(address: string, base: string): string | undefined {
  try {
    const url = new URL(address, base || document.baseURI);
    return /^(https?|mailto|tel):$/.test(url.protocol) ? url.href : undefined;
  } catch {
    return undefined;
  }
}
