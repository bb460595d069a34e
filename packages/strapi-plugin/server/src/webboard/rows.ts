import type {
  AnswerGrade,
  AppliesTo,
  HeldReason,
  ThreadKind,
  ThreadState,
} from '@km-laas/contract';

/** Whether readers see a post: `held` waits for a moderator, `merged` is a thread that is in another. */
export type PostState = 'shown' | 'held' | 'hidden' | 'deleted' | 'merged';

/** Columns a thread and a reply share. */
export interface PostRow {
  id: string;
  author_id: string;
  body: string;
  body_html: string;
  plain: string;
  state: PostState;
  held_reason: HeldReason | null;
  attachment_count: number;
  revision: number;
  sample: boolean | number;
  created_at: string;
  edited_at: string | null;
  post_key: string;
  post_hash: string;
}

export interface ThreadRow extends PostRow {
  kind: ThreadKind;
  title: string;
  error_message: string | null;
  search_key: string;
  /** 0 is general. */
  topic_id: number;
  applies_to: AppliesTo;
  board_state: ThreadState;
  pinned: number;
  locked: boolean | number;
  closed_reason: string | null;
  merged_into: string | null;
  accepted_reply: string | null;
  accepted_grade: AnswerGrade | null;
  official_answer: boolean | number;
  last_number: number;
  reply_count: number;
  view_count: number;
  same_problem_count: number;
  last_reply_author: string | null;
  last_activity_at: string;
  faq_id: string | null;
}

export interface ReplyRow extends PostRow {
  thread_id: string;
  /** Null until readers first see it. */
  number: number | null;
  grade: AnswerGrade;
  removed_by: 'author' | 'moderator' | null;
  helpful_count: number;
  quote_id: string | null;
  quote_excerpt: string | null;
  /** Ids of members as JSON. */
  mentions: string;
}

export interface AttachmentRow {
  id: string;
  owner_id: string;
  post_id: string | null;
  place: number;
  name: string;
  mime: 'image/webp' | 'application/pdf';
  size_bytes: number;
  width: number | null;
  height: number | null;
  created_at: string;
}

/** Columns a list of threads needs; the bodies stay where they are. */
export const listColumns = [
  ...['id', 'author_id', 'kind', 'title', 'topic_id', 'applies_to', 'board_state', 'pinned'],
  ...['locked', 'reply_count', 'view_count', 'same_problem_count', 'accepted_grade'],
  ...['official_answer', 'attachment_count', 'created_at', 'last_activity_at'],
  ...['last_reply_author', 'sample'],
] as const;
