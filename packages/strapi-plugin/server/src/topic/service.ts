import type { Topic } from '@km-laas/contract';
import type { Core } from '@strapi/types';
import { knownTopicTree } from '../content/topics';

/** The whole tree of menus, from the top down. */
export async function listTopics(strapi: Core.Strapi): Promise<Topic[]> {
  const tree = await knownTopicTree(strapi);
  return tree.toTopics();
}
