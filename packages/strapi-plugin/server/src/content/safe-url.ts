const LINK_SCHEMES = new Set(['http:', 'https:', 'mailto:', 'tel:']);
const WEB_SCHEMES = new Set(['http:', 'https:']);

// Browsers drop tabs and line ends inside an address and trim what stands around it, so
// `java\nscript:` would run. Nothing an editor means to link to holds such a character.
// eslint-disable-next-line no-control-regex
const HIDDEN = /[\u0000-\u001F\u007F\u200B-\u200F\u2028-\u202E\u2060\uFEFF]/;

/** An address a reader may be sent to: http, https, mailto or tel; otherwise null. */
export function safeLinkUrl(value: unknown): string | null {
  return absolute(value, LINK_SCHEMES);
}

/** The address of a file or picture: http, https or a path on this server; otherwise null. */
export function safeResourceUrl(value: unknown): string | null {
  if (typeof value === 'string' && /^\/(?![/\\])/.test(value) && !HIDDEN.test(value)) return value;
  return absolute(value, WEB_SCHEMES);
}

function absolute(value: unknown, schemes: ReadonlySet<string>): string | null {
  if (typeof value !== 'string') return null;
  const address = value.trim();
  if (HIDDEN.test(address) || !URL.canParse(address)) return null;
  return schemes.has(new URL(address).protocol) ? address : null;
}
