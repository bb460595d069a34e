import { tableNamed } from '../content/tables';
import { loadTopicTree } from '../content/topics';
import { dayOfInstant, plainPassage } from '../content/search-text';
import type { SearchSource } from '../platform/search-source';
import type { ReplyRow, ThreadRow } from './rows';

/** Replies of a thread whose words are searched: the accepted one, the official ones, the first. */
const mostReplies = 30;

/** Threads readers see, with what was replied. */
export const threadSearch: SearchSource = {
  service: 'thread',
  async ids(strapi) {
    const rows = (await tableNamed(strapi, 'km_threads')
      .where({ state: 'shown' })
      .orderBy('id')
      .select('id')) as { id: string }[];
    return rows.map(({ id }) => id);
  },
  async documents(strapi, ids) {
    if (ids.length === 0) return [];
    const tree = await loadTopicTree(strapi);
    const threads = (await tableNamed(strapi, 'km_threads')
      .whereIn('id', [...ids])
      .where({ state: 'shown' })) as ThreadRow[];
    const documents = [];
    for (const thread of threads) {
      const replies = (await tableNamed(strapi, 'km_replies')
        .where({ thread_id: thread.id, state: 'shown' })
        .orderBy([{ column: 'grade', order: 'desc' }, { column: 'number' }])
        .limit(mostReplies)
        .select('id', 'number', 'plain', 'grade')) as ReplyRow[];
      const topic = tree.refTo(thread.topic_id);
      documents.push({
        id: thread.id,
        title: thread.title,
        otherNames: [],
        errorMessages: thread.error_message ? [thread.error_message] : [],
        letterKeys: [],
        passages: [
          ...plainPassage(thread.plain),
          ...replies.map(({ number, plain }) => ({
            heading: `คำตอบที่ ${number}`,
            anchor: `reply-${number}`,
            text: plain,
          })),
        ],
        files: [],
        url: `/threads/${thread.id}`,
        date: dayOfInstant(thread.created_at),
        audience: 'everyone' as const,
        topics: topic ? [topic.slug] : [],
        lawStatus: null,
        sample: !!thread.sample,
      });
    }
    return documents;
  },
};
