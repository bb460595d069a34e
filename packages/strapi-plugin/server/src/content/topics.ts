import { slug, topicRef } from '@km-laas/contract';
import type { Core } from '@strapi/types';
import { ProblemError } from '../platform/problem';
import { linesOf } from './lines';
import { TopicTree } from './topic-tree';

interface StoredTopic {
  id: number;
  slug: string;
  titleTh: string;
  titleEn: string;
  order: number | null;
  earlierNames: string | null;
  earlierSlugs: string | null;
  sample: boolean | null;
  parent: { id: number } | null;
}

/** Reads the vocabulary of menus: two statements, whatever its size. */
export async function loadTopicTree(strapi: Core.Strapi): Promise<TopicTree> {
  const stored = (await strapi.db.query('plugin::km.topic').findMany({
    select: ['id', 'slug', 'titleTh', 'titleEn', 'order', 'earlierNames', 'earlierSlugs', 'sample'],
    populate: { parent: { select: ['id'] } },
  })) as StoredTopic[];
  const sound = stored.filter((topic) => topicRef.safeParse(topic).success);
  return new TopicTree(
    sound.map(({ parent, ...topic }) => ({
      ...topic,
      earlierNames: linesOf(topic.earlierNames),
      earlierSlugs: linesOf(topic.earlierSlugs).filter((name) => slug.safeParse(name).success),
      sample: topic.sample === true,
      parentId: parent?.id ?? null,
    }))
  );
}

/**
 * Ids of the menus a query asks for; null where it asks for none.
 *
 * @throws {ProblemError} 400 that names the slug, where no menu has or had it.
 */
export function topicIdsAsked(tree: TopicTree, asked: string | undefined): number[] | null {
  if (asked === undefined) return null;
  const ids = tree.subtreeIds(asked);
  if (ids) return ids;
  throw new ProblemError(
    400,
    {
      th: `ไม่มีเมนู "${asked}" ดูรหัสเมนูทั้งหมดได้ที่ /topics`,
      en: `There is no topic "${asked}". All topics are listed at /topics.`,
    },
    { parameters: ['topic'] }
  );
}
