import type {
  Attachment,
  PublicAuthor,
  Reply,
  Thread,
  ThreadListItem,
  TopicRef,
} from '@km-laas/contract';
import { cutText } from '@km-laas/thai';
import type { ReplyRow, ThreadRow } from './rows';
import { isFreeEdit } from './rules/standing';

/** What rows refer to, by the ids they have. */
export interface Looked {
  author(id: string | null): PublicAuthor;
  topic(id: number): TopicRef | null;
}

const excerptLength = 200;

/** The first words of a text on one line. */
export function excerptOf(plain: string): string {
  return cutText(plain.slice(0, excerptLength * 4).replace(/\s+/g, ' '), excerptLength);
}

export function adaptThreadListItem(
  row: Omit<ThreadRow, 'body' | 'body_html'>,
  { author, topic }: Looked
): ThreadListItem {
  return {
    id: row.id,
    kind: row.kind,
    title: row.title,
    excerpt: excerptOf(row.plain),
    author: author(row.author_id),
    topic: topic(row.topic_id),
    appliesTo: row.applies_to,
    state: row.board_state,
    pinned: row.pinned === 1,
    locked: !!row.locked,
    replyCount: row.reply_count,
    viewCount: row.view_count,
    sameProblemCount: row.same_problem_count,
    acceptedGrade: row.accepted_grade,
    officialAnswer: !!row.official_answer,
    attachmentCount: row.attachment_count,
    createdAt: row.created_at,
    lastActivityAt: row.last_activity_at,
    lastReplyBy: row.last_reply_author === null ? null : author(row.last_reply_author),
    sample: !!row.sample,
  };
}

/** A change within the first minutes shows no mark. */
function markOf({ created_at, edited_at }: { created_at: string; edited_at: string | null }) {
  return edited_at !== null && !isFreeEdit(created_at, new Date(edited_at)) ? edited_at : null;
}

export function adaptThread(
  row: ThreadRow,
  looked: Looked,
  more: Pick<Thread, 'acceptedReply' | 'mergedInto' | 'faq'> & { attachments: Attachment[] }
): Thread {
  return {
    ...adaptThreadListItem(row, looked),
    bodyHtml: row.body_html,
    errorMessage: row.error_message,
    editedAt: markOf(row),
    revision: row.revision,
    closedReason: row.closed_reason,
    ...more,
  };
}

export function adaptReply(
  row: ReplyRow,
  { author }: Looked,
  more: {
    attachments: Attachment[];
    acceptedReply: string | null;
    quoted: { number: number; authorId: string } | null;
  }
): Reply {
  const isShown = row.state === 'shown';
  const removed = isShown ? null : (row.removed_by ?? 'moderator');
  return {
    id: row.id,
    thread: row.thread_id,
    number: row.number as number,
    author: author(row.author_id),
    bodyHtml: isShown ? row.body_html : '',
    quote:
      isShown && row.quote_id && more.quoted
        ? {
            id: row.quote_id,
            number: more.quoted.number,
            authorName: author(more.quoted.authorId).displayName,
            excerpt: excerptOf(row.quote_excerpt ?? ''),
          }
        : null,
    mentions: isShown ? mentionsOf(row, author) : [],
    attachments: isShown ? more.attachments : [],
    grade: row.grade,
    accepted: isShown && row.id === more.acceptedReply,
    helpfulCount: row.helpful_count,
    editedAt: markOf(row),
    createdAt: row.created_at,
    removed,
    revision: row.revision,
    sample: !!row.sample,
  };
}

function mentionsOf({ mentions }: ReplyRow, author: Looked['author']): Reply['mentions'] {
  return (JSON.parse(mentions) as string[]).flatMap((id) => {
    const { id: known, displayName } = author(id);
    return known === null ? [] : [{ id: known, displayName }];
  });
}
