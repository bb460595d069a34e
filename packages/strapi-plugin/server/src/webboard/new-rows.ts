import type { AnswerGrade, AppliesTo, HeldReason, ThreadKind } from '@km-laas/contract';
import { searchKey } from '@km-laas/thai';
import type { PostRow, ReplyRow, ThreadRow } from './rows';
import type { Rendered } from './rules/markdown';

/** A post that is about to be kept, as far as a thread and a reply are alike. */
export interface NewPost {
  id: string;
  authorId: string;
  body: string;
  rendered: Pick<Rendered, 'html' | 'plain'>;
  heldReason: HeldReason | null;
  attachments: number;
  sample: boolean;
  createdAt: string;
  /** Its author's name for the act of sending, and what was sent. */
  key: string;
  hash: string;
}

function postRow(post: NewPost): PostRow {
  return {
    id: post.id,
    author_id: post.authorId,
    body: post.body,
    body_html: post.rendered.html,
    plain: post.rendered.plain,
    state: post.heldReason ? 'held' : 'shown',
    held_reason: post.heldReason,
    attachment_count: post.attachments,
    revision: 1,
    sample: post.sample,
    created_at: post.createdAt,
    edited_at: null,
    post_key: post.key,
    post_hash: post.hash,
  };
}

/** What search looks for in a thread. */
export function searchKeyOf(title: string, errorMessage: string | null, plain: string): string {
  return searchKey(`${title} ${errorMessage ?? ''} ${plain.slice(0, 2000)}`);
}

/** A thread nobody has answered yet. */
export function threadRow(
  post: NewPost,
  {
    kind,
    title,
    errorMessage,
    topicId,
    appliesTo,
    pinned = false,
  }: {
    kind: ThreadKind;
    title: string;
    errorMessage: string | null;
    topicId: number;
    appliesTo: AppliesTo;
    pinned?: boolean | undefined;
  }
): ThreadRow {
  return {
    ...postRow(post),
    kind,
    title,
    error_message: errorMessage,
    search_key: searchKeyOf(title, errorMessage, post.rendered.plain),
    topic_id: topicId,
    applies_to: appliesTo,
    board_state: 'open',
    pinned: pinned ? 1 : 0,
    locked: false,
    closed_reason: null,
    merged_into: null,
    accepted_reply: null,
    accepted_grade: null,
    official_answer: false,
    last_number: 0,
    reply_count: 0,
    view_count: 0,
    same_problem_count: 0,
    last_reply_author: null,
    last_activity_at: post.createdAt,
    faq_id: null,
  };
}

/** A reply nobody has voted for yet. */
export function replyRow(
  post: NewPost,
  {
    threadId,
    number = null,
    grade,
    quoted = null,
    mentions = [],
  }: {
    threadId: string;
    /** Null until readers see it. */
    number?: number | null;
    grade: AnswerGrade;
    quoted?: Pick<ReplyRow, 'id' | 'plain'> | null;
    mentions?: readonly string[];
  }
): ReplyRow {
  return {
    ...postRow(post),
    thread_id: threadId,
    number,
    grade,
    removed_by: null,
    helpful_count: 0,
    quote_id: quoted?.id ?? null,
    quote_excerpt: quoted ? quoted.plain.slice(0, 300) : null,
    mentions: JSON.stringify(mentions),
  };
}
