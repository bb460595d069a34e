/** Elements that end a line of text. */
const blocks = /^(p|li|h[1-6]|blockquote|pre|hr)$/;

/**
 * A post's words without its markup: what a moderator judges are words, and nothing a member wrote
 * is ever markup of the admin panel. Where links lead is written out.
 */
export function plainTextOf(html: string): string {
  const lines: string[] = [];
  const visit = (node: Node) => {
    if (node.nodeType === Node.TEXT_NODE) lines.push(node.nodeValue ?? '');
    const element = node instanceof Element ? node : undefined;
    if (element?.localName === 'br') lines.push('\n');
    if (element?.localName === 'img') lines.push(`[${element.getAttribute('alt') ?? ''}]`);
    node.childNodes.forEach(visit);
    const href = element?.getAttribute('href');
    if (href && href !== element?.textContent) lines.push(` (${href})`);
    if (element && blocks.test(element.localName)) lines.push('\n');
  };
  // Parsed in a document of its own, in which nothing runs and nothing is fetched.
  visit(new DOMParser().parseFromString(html, 'text/html').body);
  return lines
    .join('')
    .replace(/[ \t]*\n\s*/g, '\n')
    .trim();
}
