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
