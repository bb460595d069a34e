/** One entry of a feed. Texts are plain; whatever they look like, readers see them as they are. */
export interface FeedEntry {
  /** The document's identity. */
  id: string;
  title: string;
  /** Whether it is invented; its title then says so. */
  sample: boolean;
  summary: string;
  /** Instants, ISO 8601. */
  published: string;
  updated: string;
}

export interface Feed {
  /** Address of the portal, without a trailing slash. */
  origin: string;
  /** Name of the service in addresses: the portal's page and the feed itself go by it. */
  name: 'news' | 'updates' | 'threads';
  title: string;
  entries: readonly FeedEntry[];
}

/**
 * Writes an Atom 1.0 feed whose entries lead to the portal's pages.
 *
 * Identities do not change with the address of the portal, so that feed readers know an entry
 * again after a move.
 */
export function writeFeed({ origin, name, title, entries }: Feed): string {
  // An empty feed has not changed since there are feeds; it must say something.
  const times = [new Date(0).toISOString(), ...entries.map((entry) => utc(entry.updated))];
  return [
    '<?xml version="1.0" encoding="utf-8"?>',
    '<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="th">',
    `<id>urn:km-elaas:feed:${name}</id>`,
    `<title>${escapeXml(title)}</title>`,
    `<updated>${times.sort().at(-1)}</updated>`,
    '<author><name>คลังความรู้ e-LAAS</name></author>',
    `<link rel="alternate" type="text/html" href="${escapeXml(`${origin}/${name}`)}"/>`,
    `<link rel="self" type="application/atom+xml" href="${escapeXml(`${origin}/api/km/v1/${name}.atom`)}"/>`,
    ...entries.map((entry) => writeEntry(entry, origin, name)),
    '</feed>',
    '',
  ].join('\n');
}

function writeEntry(entry: FeedEntry, origin: string, name: string): string {
  const address = `${origin}/${name}/${encodeURIComponent(entry.id)}`;
  return [
    '<entry>',
    `<id>urn:km-elaas:${name}:${escapeXml(entry.id)}</id>`,
    `<title>${escapeXml(entry.sample ? `[ข้อมูลตัวอย่าง] ${entry.title}` : entry.title)}</title>`,
    `<link rel="alternate" type="text/html" href="${escapeXml(address)}"/>`,
    `<published>${utc(entry.published)}</published>`,
    `<updated>${utc(entry.updated)}</updated>`,
    `<summary>${escapeXml(entry.summary)}</summary>`,
    '</entry>',
  ].join('\n');
}

// XML has no place for control characters and halves of surrogate pairs, not even escaped.
// eslint-disable-next-line no-control-regex
const FORBIDDEN = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]|\p{Surrogate}/gu;

const entities: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
};

function escapeXml(text: string): string {
  return text.replace(FORBIDDEN, '').replace(/[&<>"']/g, (sign) => entities[sign] ?? '');
}

function utc(instant: string): string {
  return new Date(instant).toISOString();
}
