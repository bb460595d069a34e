import { Parser } from 'htmlparser2';
import { isWebLink } from './markdown';

const mayStand: Record<string, readonly string[]> = {
  ...Object.fromEntries(
    'p br hr strong em s code pre blockquote ul li h3 h4 h5 h6'.split(' ').map((tag) => [tag, []])
  ),
  ol: ['start'],
  a: ['href', 'rel'],
  img: ['src', 'alt', 'loading'],
  span: ['data-km-member'],
};

/** What a browser would make of it: every element and attribute that may not be there. */
export function intruders(markup: string): string[] {
  const found: string[] = [];
  const parser = new Parser({
    onopentag(name, attributes) {
      const allowed = mayStand[name];
      if (!allowed) found.push(name);
      for (const [attribute, value] of Object.entries(attributes)) {
        if (!allowed?.includes(attribute)) found.push(`${name} ${attribute}`);
        if (attribute === 'href' && !isWebLink(value)) found.push(`${name} ${value}`);
        if (attribute === 'src' && !/^\/api\/km\/v1\/attachments\/[a-z0-9]{24}$/.test(value))
          found.push(value);
      }
    },
  });
  parser.write(markup);
  parser.end();
  return found;
}

/** Attributes of our own pages and mails that can run nothing, whatever their elements. */
const harmless = /^(?:id|class|style|lang|rel|datetime|aria-label|charset|title)$/;
const ofPages =
  /^(?:html|head|meta|title|body|div|hr|nav|article|header|h2|h3|p|br|strong|em|time|ul|ol|li|a|blockquote|code|pre|span|img)$/;

/**
 * As {@link intruders}, for a page or a mail of ours around what members wrote; `data` is what its
 * `ld+json` elements hold.
 */
export function pageIntruders(markup: string): { found: string[]; data: string[] } {
  const found: string[] = [];
  const data: string[] = [];
  let isData = false;
  const parser = new Parser({
    onopentag(name, attributes) {
      isData = name === 'script' && attributes.type === 'application/ld+json';
      if (isData) data.push('');
      else if (!ofPages.test(name)) found.push(name);
      for (const [attribute, value] of Object.entries(attributes)) {
        if (attribute === 'href') {
          if (!/^(?:https?:\/\/|mailto:|\/(?!\/)|#)/.test(value)) found.push(`${name} ${value}`);
        } else if (attribute === 'src') {
          if (!value.startsWith('/api/km/v1/attachments/')) found.push(`${name} ${value}`);
        } else if (!harmless.test(attribute) && !(isData && attribute === 'type')) {
          if (!/^(?:alt|loading|start|data-km-member)$/.test(attribute))
            found.push(`${name} ${attribute}`);
        }
      }
    },
    ontext(text) {
      if (isData) data[data.length - 1] += text;
    },
    onclosetag() {
      isData = false;
    },
  });
  parser.write(markup);
  parser.end();
  return { found, data };
}
