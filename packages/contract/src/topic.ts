import { z } from 'zod';
import { itemMeta, sample, slug } from './common.js';

/** A menu of e-LAAS and the menus below it. */
export interface Topic {
  slug: string;
  titleTh: string;
  titleEn: string;
  /** Names the menu had before it was renamed. */
  earlierNames: string[];
  /** Slugs that still resolve to this menu. */
  earlierSlugs: string[];
  sample: boolean;
  children: Topic[];
}

export const topic: z.ZodType<Topic> = z
  .object({
    slug,
    titleTh: z.string(),
    titleEn: z.string(),
    earlierNames: z.array(z.string()),
    earlierSlugs: z.array(z.string()),
    sample,
    get children() {
      return z.array(topic);
    },
  })
  .meta({ id: 'Topic' });

/** `GET /topics`: the whole tree. */
export const topicsAnswer = z.object({ data: z.array(topic), meta: itemMeta });
