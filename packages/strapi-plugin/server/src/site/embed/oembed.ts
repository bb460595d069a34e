import type { Core } from '@strapi/types';
import { z } from 'zod';
import { ProblemError, problemOfStatus } from '../../platform/problem';
import type { ServiceName, ServiceRoom } from '../../platform/service-room';
import { escapeHtml } from '../html';
import { findPage } from '../pages';
import { sections, siteName } from '../sections';
import { framed } from './elements';
import { addressOfEmbed, pathBehind, readEmbed } from './embed-page';

/** What a consumer asks; names it may add of its own are none of our business. */
const oembedQuery = z.object({
  url: z.url({ protocol: /^https?$/ }).max(2000),
  maxwidth: z.coerce.number().int().min(1).max(10_000).default(720),
  maxheight: z.coerce.number().int().min(1).max(10_000).optional(),
  format: z.string().max(20).default('json'),
});

/** An answer as https://oembed.com describes it. */
export const oembedAnswer = z.object({
  version: z.literal('1.0'),
  type: z.enum(['rich', 'link']),
  title: z.string(),
  provider_name: z.string(),
  provider_url: z.url(),
  cache_age: z.number(),
  width: z.number().optional(),
  height: z.number().optional(),
  html: z.string().optional(),
});
export type OembedAnswer = z.infer<typeof oembedAnswer>;

/** The part of a request's query that matters; null where it is not one. */
export function oembedKey(search: string): string | null {
  const outcome = oembedQuery.safeParse(Object.fromEntries(new URLSearchParams(search)));
  return outcome.success ? `/oembed?${JSON.stringify(outcome.data)}` : null;
}

/**
 * `/oembed`: what a pasted address of this site turns into: a frame for a service or a document, a
 * link for any other page.
 */
export async function answerOembed(
  strapi: Core.Strapi,
  rooms: readonly ServiceRoom[],
  search: string,
  origin: string
): Promise<{ answer: OembedAnswer; services: ServiceName[]; validUntil: Date | null }> {
  const outcome = oembedQuery.safeParse(Object.fromEntries(new URLSearchParams(search)));
  if (!outcome.success) {
    const names = [...new Set(outcome.error.issues.map(({ path }) => String(path[0])))];
    throw new ProblemError(
      400,
      {
        th: `ค่าของพารามิเตอร์ไม่ถูกต้อง: ${names.join(', ')}`,
        en: `Malformed value of parameter: ${names.join(', ')}.`,
      },
      { parameters: names }
    );
  }
  const { url, format, maxwidth, maxheight } = outcome.data;
  if (format !== 'json') {
    throw new ProblemError(501, {
      th: 'ให้ข้อมูล oEmbed ได้เฉพาะรูปแบบ json',
      en: 'oEmbed answers come as json only.',
    });
  }
  const asked = new URL(url);
  if (asked.origin !== new URL(origin).origin) throw problemOfStatus(404);
  // What somebody chose in the builder is the address of a frame, and stays as it was chosen.
  const frame = readEmbed(asked.pathname, asked.search);
  const path = frame ? pathBehind(frame) : asked.pathname.replace(/(?<=.)\/+$/, '');
  const page = await findPage(strapi, rooms, path, origin);
  if (!page && (!frame || frame.query.item)) throw problemOfStatus(404);
  const [section, item] = path.split('/').slice(1);
  const tag = sections.find((one) => one.path === section)?.tag;
  const shown = frame ?? (tag && { name: tag.slice(3), query: item ? { item } : {} });
  const about = { services: page?.services ?? [], validUntil: page?.validUntil ?? null };
  const service = shown && framed.get(shown.name)!;
  const title = page?.words.title || (service ? `${service.title} · ${siteName}` : siteName);
  const shared = {
    version: '1.0',
    title,
    provider_name: siteName,
    provider_url: origin,
    cache_age: 3600,
  } as const;
  if (!shown || !service) return { answer: { ...shared, type: 'link' }, ...about };
  const height = Math.min(service.height, maxheight ?? Infinity);
  const address = addressOfEmbed(shown, origin);
  // WordPress keeps of this a bare quotation and frame, and shows the quotation until the frame
  // tells its height.
  const html = `<blockquote class="wp-embedded-content"><a href="${escapeHtml(origin + path)}">${escapeHtml(title)}</a></blockquote><iframe class="wp-embedded-content" sandbox="allow-scripts allow-same-origin allow-popups allow-downloads" src="${escapeHtml(address)}" width="100%" height="${height}" title="${escapeHtml(title)}" loading="lazy" frameborder="0" style="max-width: ${maxwidth}px"></iframe>`;
  return { answer: { ...shared, type: 'rich', width: maxwidth, height, html }, ...about };
}
