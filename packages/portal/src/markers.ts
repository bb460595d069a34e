import { Html } from './html.js';

/**
 * Places the server fills when it sends a page; it escapes what it puts there.
 *
 * A shell is one file for every item of a service, so these cannot be known at build time.
 */
export const markers = {
  /** Title of the item, as plain text. */
  title: Html.trust('<!--km:title-->'),
  /** The item in a sentence, as plain text. */
  description: Html.trust('<!--km:description-->'),
  /** The page's own absolute address. */
  canonical: Html.trust('<!--km:canonical-->'),
  /** Origin of the site, for addresses that must be absolute. */
  origin: Html.trust('<!--km:origin-->'),
  /** Absolute address that tells other sites how to embed the page. */
  oembed: Html.trust('<!--km:oembed-->'),
  /** What search engines read of the page. */
  structured: Html.trust('<!--km:structured-->'),
  /** The list or the item as plain markup, for a reader without scripts. */
  fallback: Html.trust('<!--km:fallback-->'),
  /** A sign that leads from paper back to the page; empty where a page has no address. */
  qr: Html.trust('<!--km:qr-->'),
  /** Id of the item. */
  item: Html.trust('<!--km:item-->'),
} as const;
