import type { PageFacts } from './check-page.js';

/**
 * Reads what was copied of a page: its address and its policy on the two lines before its source,
 * or the source alone. Nothing of it runs: a parsed document has no window.
 */
export function readPage(copied: string): PageFacts {
  const [first = '', second = '', ...rest] = copied.trimStart().split('\n');
  const isWhole = /^(https?|file):/.test(first);
  const source = isWhole ? rest.join('\n') : copied;
  const page = new DOMParser().parseFromString(source, 'text/html');
  for (const unseen of page.querySelectorAll('script:not([src]), style')) unseen.remove();
  const get = (element: Element, name: string) => element.getAttribute(name) ?? '';
  const declared =
    page.querySelector('meta[charset]')?.getAttribute('charset') ??
    /charset=([\w-]+)/i.exec(
      page.querySelector('meta[http-equiv="content-type" i]')?.getAttribute('content') ?? ''
    )?.[1];
  const policies = [...page.querySelectorAll('meta[http-equiv="content-security-policy" i]')].map(
    (meta) => get(meta, 'content')
  );
  // A header may hold several, which all hold.
  if (isWhole) policies.push(...second.split(',').filter((policy) => policy.trim() !== ''));
  return {
    address: isWhole ? first.trim() : null,
    scripts: [...page.querySelectorAll('script[src]')].map((script) => ({
      src: get(script, 'src'),
      type: get(script, 'type'),
    })),
    tags: [...page.querySelectorAll('*')]
      .filter(({ localName }) => localName.startsWith('km-'))
      .map((tag) => ({
        name: tag.localName,
        attributes: Object.fromEntries([...tag.attributes].map(({ name, value }) => [name, value])),
      })),
    frames: [...page.querySelectorAll('iframe[src]')].map((frame) => get(frame, 'src')),
    policies,
    charset: declared?.toLowerCase() ?? null,
    // Copied text has lost its bytes.
    isMisdeclared: false,
    showsCode: /<\/?km-[a-z]/.test(page.body.textContent ?? ''),
  };
}
