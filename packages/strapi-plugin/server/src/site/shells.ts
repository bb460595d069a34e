import { readStaticFile } from '../platform/static-files';
import { escapeHtml } from './html';
import type { Page } from './pages';

const policy = (mediaOrigins: readonly string[]) =>
  [
    "default-src 'self'",
    `img-src ${["'self'", ...mediaOrigins].join(' ')}`,
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'self'",
  ].join('; ');

/** Headers of every page of the site. */
export function pageHeaders(mediaOrigins: readonly string[]): Record<string, string> {
  return {
    'Content-Security-Policy': policy(mediaOrigins),
    'Cross-Origin-Opener-Policy': 'same-origin',
    'Permissions-Policy': 'camera=(), geolocation=(), microphone=()',
    'Referrer-Policy': 'strict-origin-when-cross-origin',
    'Strict-Transport-Security': 'max-age=31536000; includeSubDomains',
    'X-Content-Type-Options': 'nosniff',
  };
}

/** A built shell with a page's words at its markers; null where the portal has no such shell. */
export async function fillShell(
  folder: string,
  page: Omit<Page, 'services' | 'validUntil'>,
  address: string
): Promise<Buffer | null> {
  const shell = await readStaticFile(folder, `${page.shell}.html`);
  if (!shell) return null;
  const words: Record<string, string> = {
    title: escapeHtml(page.title),
    description: escapeHtml(page.description),
    canonical: escapeHtml(address),
    item: escapeHtml(page.item),
    fallback: page.fallback,
  };
  // One pass, so that words which look like a marker stay words.
  return Buffer.from(
    shell.bytes
      .toString('utf8')
      .replace(
        /<!--km:(title|description|canonical|item|fallback)-->/g,
        (_marker, name: string) => words[name] ?? ''
      )
  );
}
