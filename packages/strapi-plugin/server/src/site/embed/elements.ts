import { authorityCode, documentId, slug } from '@km-laas/contract';
import { z } from 'zod';
import { sections } from '../sections';

/** What a frame may show, by the name in its address: the tag without `km-`. */
export interface Framed {
  tag: `km-${string}`;
  /** Its page on this site. */
  path: string;
  title: string;
  /** Height of the frame where nobody can tell its true one, in pixels. */
  height: number;
}

const heights: Record<string, number> = { news: 160, fiscal: 900, subsidies: 900 };

export const framed = new Map<string, Framed>([
  ...sections.map(({ path, tag, title }): [string, Framed] => [
    tag.slice(3),
    { tag, path: `/${path}`, title, height: heights[path] ?? 640 },
  ]),
  ['search-box', { tag: 'km-search-box', path: '/search', title: 'ค้นหา', height: 480 }],
  ['status-strip', { tag: 'km-status-strip', path: '/', title: 'สถานะระบบ e-LAAS', height: 120 }],
]);

/** What the address of a frame may say; the names are those of the tag's attributes. */
export const embedQuery = z.strictObject({
  topic: slug.optional(),
  authority: authorityCode.optional(),
  province: z
    .string()
    .regex(/^\d{2}$/)
    .optional(),
  limit: z.coerce.number().int().min(1).max(100).optional(),
  lang: z.enum(['th', 'en']).optional(),
  theme: z.enum(['light', 'dark', 'auto']).optional(),
  density: z.enum(['comfortable', 'compact']).optional(),
  view: z
    .string()
    .regex(/^[a-z]{1,20}$/)
    .optional(),
  when: z.enum(['always', 'trouble']).optional(),
  item: documentId.optional(),
  /** The accent colour without its `#`; read by the frame's own script. */
  accent: z
    .string()
    .regex(/^[0-9a-f]{6}$/i)
    .optional(),
});
export type EmbedQuery = z.infer<typeof embedQuery>;
