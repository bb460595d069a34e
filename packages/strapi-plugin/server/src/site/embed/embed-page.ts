import { ProblemError } from '../../platform/problem';
import { escapeHtml } from '../html';
import { siteName } from '../sections';
import { embedQuery, framed, type EmbedQuery } from './elements';

/** Words in place of the element until its data arrives; already escaped. */
type Fallback = string;

/** Whatever a frame may need and nothing else; any page may show it, which is its purpose. */
export function embedHeaders(
  origin: string,
  mediaOrigins: readonly string[]
): Record<string, string> {
  // By name and not 'self': in a sandbox, browsers differ in what they take for self.
  const policy = [
    "default-src 'none'",
    `script-src ${origin}`,
    `connect-src ${origin}`,
    `img-src ${[origin, 'data:', ...mediaOrigins].join(' ')}`,
    "base-uri 'none'",
    "form-action 'none'",
    'frame-ancestors *',
    "require-trusted-types-for 'script'",
    'trusted-types lit-html km-html',
  ];
  return {
    'Content-Security-Policy': policy.join('; '),
    'Permissions-Policy': 'camera=(), geolocation=(), microphone=()',
    'Referrer-Policy': 'strict-origin-when-cross-origin',
    'X-Content-Type-Options': 'nosniff',
    // The page itself is what search engines should list.
    'X-Robots-Tag': 'noindex',
  };
}

/** A frame: which element it shows, and how. */
export interface Embed {
  name: string;
  query: EmbedQuery;
}

/** Reads the address of a frame; null where there is no such element. */
export function readEmbed(path: string, search: string): Embed | null {
  const name = path.slice('/embed/'.length);
  if (!path.startsWith('/embed/') || !framed.has(name)) return null;
  const parameters = new URLSearchParams(search);
  const outcome = embedQuery.safeParse(Object.fromEntries(parameters));
  if (outcome.success && new Set(parameters.keys()).size === [...parameters].length) {
    return { name, query: outcome.data };
  }
  const wrong = outcome.error?.issues.flatMap((issue) =>
    issue.code === 'unrecognized_keys' ? issue.keys : [String(issue.path[0])]
  ) ?? ['?'];
  const known = Object.keys(embedQuery.shape).join(', ');
  throw new ProblemError(
    400,
    {
      th: `ที่อยู่ของกรอบไม่ถูกต้องที่ ${wrong.join(', ')} ใช้ได้เฉพาะ ${known}`,
      en: `The address of the frame is wrong in ${wrong.join(', ')}; known are ${known}.`,
    },
    { parameters: wrong }
  );
}

/** Where the site itself shows what a frame does. */
export function pathBehind({ name, query }: Embed): string {
  const path = framed.get(name)!.path;
  return query.item ? `${path}/${query.item}` : path;
}

/** The absolute address of a frame. */
export function addressOfEmbed({ name, query }: Embed, origin: string): string {
  const search = new URLSearchParams();
  for (const [key, value] of Object.entries(query)) search.set(key, String(value));
  return `${origin}/embed/${name}${search.size > 0 ? `?${search}` : ''}`;
}

/** One spelling for all addresses of the same frame. */
export function embedKey(path: string, search: string): string {
  const sorted = [...new URLSearchParams(search)].sort(([a], [b]) => (a < b ? -1 : 1));
  return `${path}?${new URLSearchParams(sorted)}`;
}

/** A page that holds one element and nothing else. */
export function renderEmbed(embed: Embed, origin: string, fallback: Fallback): Buffer {
  const { name, query } = embed;
  const { tag, title } = framed.get(name)!;
  const { accent: _read, ...attributes } = query;
  const written = Object.entries({ 'heading-level': 2, ...attributes })
    .map(([attribute, value]) => ` ${attribute}="${escapeHtml(String(value))}"`)
    .join('');
  const page = `${origin}${pathBehind(embed)}`;
  const oembed = `${origin}/oembed?url=${encodeURIComponent(addressOfEmbed(embed, origin))}`;
  return Buffer.from(`<!doctype html>
<html lang="${query.lang ?? 'th'}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="${{ light: 'light', dark: 'dark', auto: 'light dark' }[query.theme ?? 'light']}">
<title>${escapeHtml(title)} · ${siteName}</title>
<link rel="canonical" href="${escapeHtml(page)}">
<link rel="alternate" type="application/json+oembed" href="${escapeHtml(oembed)}" title="${escapeHtml(title)}">
<script type="module" src="${origin}/widgets/v1/frame.js"></script>
<script type="module" src="${origin}/widgets/v1/km.js"></script>
</head>
<body>
<${tag}${written}>${fallback}<p><a href="${escapeHtml(page)}" target="_blank" rel="noopener">${escapeHtml(title)} · ${siteName}</a></p></${tag}>
</body>
</html>
`);
}
