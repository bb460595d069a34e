import { readStaticFile } from '../platform/static-files';
import { escapeHtml } from './html';
import type { Words } from './pages';
import { drawQr } from './print-qr';

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

/** A built shell with words at its markers; null where the portal has no such shell. */
export async function fillShell(
  folder: string,
  shell: string,
  { title, description, fallback, item, structured }: Words,
  address: string
): Promise<Buffer | null> {
  const file = await readStaticFile(folder, `${shell}.html`);
  if (!file) return null;
  const source = file.bytes.toString('utf8');
  const words: Record<string, string> = {
    title: escapeHtml(title),
    description: escapeHtml(description),
    canonical: escapeHtml(address),
    origin: escapeHtml(address && new URL(address).origin),
    oembed: escapeHtml(
      address && `${new URL(address).origin}/oembed?url=${encodeURIComponent(address)}`
    ),
    item: escapeHtml(item),
    qr: source.includes('<!--km:qr-->') ? await drawQr(address) : '',
    fallback,
    structured: structured?.(address) ?? '',
  };
  // One pass, so that words which look like a marker stay words.
  const filled = source.replace(/<!--km:(\w+)-->/g, (_marker, name: string) => words[name] ?? '');
  return Buffer.from(filled);
}
