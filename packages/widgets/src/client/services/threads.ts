import type { Attachment, PublicAuthor, Reply, Thread, ThreadListItem } from '@km-laas/contract';
import {
  readItem,
  readList,
  type Page,
  type Query,
  type ReadOptions,
  type Single,
} from '../read.js';
import type { Shape } from '../shape.js';
import { documentShape, topicShape } from '../shapes.js';

const authorShape: Shape<PublicAuthor> = {
  displayName: 'string',
  authorityName: 'string?',
  grade: 'string',
};
const attachmentShape: Shape<Attachment> = {
  id: 'string',
  name: 'string',
  kind: 'string',
  sizeBytes: 'number',
  url: 'string',
};
const listShape: Shape<ThreadListItem> = {
  id: 'string',
  kind: 'string',
  title: 'string',
  excerpt: 'string',
  author: authorShape,
  topic: { ...topicShape, '?': true },
  appliesTo: 'string',
  state: 'string',
  replyCount: 'number',
  viewCount: 'number',
  sameProblemCount: 'number',
  acceptedGrade: 'string?',
  createdAt: 'string',
  lastActivityAt: 'string',
};
const replyShape: Shape<Reply> = {
  id: 'string',
  number: 'number',
  author: authorShape,
  bodyHtml: 'string',
  quote: { number: 'number', authorName: 'string', excerpt: 'string', '?': true },
  attachments: [attachmentShape],
  grade: 'string',
  accepted: 'boolean',
  helpfulCount: 'number',
  editedAt: 'string?',
  createdAt: 'string',
  removed: 'string?',
};

/** Threads of the webboard. */
export function listThreads(query: Query, options: ReadOptions): Promise<Page<ThreadListItem>> {
  return readList('/threads', query, listShape, options);
}

/** One thread, its body and the answer that was accepted. */
export function getThread(id: string, options: ReadOptions): Promise<Single<Thread>> {
  const shape: Shape<Thread> = {
    ...listShape,
    bodyHtml: 'string',
    errorMessage: 'string?',
    attachments: [attachmentShape],
    editedAt: 'string?',
    acceptedReply: { ...replyShape, '?': true },
    closedReason: 'string?',
    mergedInto: { ...documentShape, '?': true },
    faq: { ...documentShape, '?': true },
  };
  return readItem(`/threads/${id}`, shape, options);
}

/** Replies of a thread, oldest first. */
export function listReplies(id: string, query: Query, options: ReadOptions): Promise<Page<Reply>> {
  return readList(`/threads/${id}/replies`, query, replyShape, options);
}
