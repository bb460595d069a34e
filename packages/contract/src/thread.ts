import { z } from 'zod';
import {
  appliesTo,
  documentId,
  documentRef,
  isoInstant,
  itemMeta,
  listOf,
  oneOf,
  pageQuery,
  sample,
  slug,
  topicRef,
} from './common.js';
import { memberGrade, publicAuthor } from './member.js';
import { searchService, textRange } from './search.js';

/** A question wants one answer that is accepted; a discussion (แลกเปลี่ยนความเห็น) does not. */
export const threadKind = z.enum(['question', 'discussion']);
export type ThreadKind = z.infer<typeof threadKind>;

/** `answered` has an accepted answer, `closed` takes no more replies; everything else is `open`. */
export const threadState = z.enum(['open', 'answered', 'closed']);
export type ThreadState = z.infer<typeof threadState>;

/** What a reader may make of an answer: คำตอบจาก สถ., ยืนยันโดย สถจ. or เพื่อน อปท. */
export const answerGrade = z.enum(['official', 'confirmed', 'peer']);
export type AnswerGrade = z.infer<typeof answerGrade>;

/** A picture or a PDF of a post. `url` is a path on the server that answered. */
export const attachment = z
  .object({
    id: documentId,
    name: z.string(),
    kind: z.enum(['image', 'pdf']),
    mime: z.enum(['image/webp', 'application/pdf']),
    sizeBytes: z.int().nonnegative(),
    width: z.int().positive().nullable(),
    height: z.int().positive().nullable(),
    url: z.string(),
  })
  .meta({ id: 'Attachment' });
export type Attachment = z.infer<typeof attachment>;

/**
 * HTML the server rendered from Markdown and sanitised. Addresses in it that begin with `/` are of
 * the server that answered: a page of another origin puts that server before them.
 */
export const safeHtml = z.string().meta({ id: 'SafeHtml' });

export const threadListItem = z
  .object({
    id: documentId,
    kind: threadKind,
    title: z.string(),
    /** The first words of the body on one line. */
    excerpt: z.string(),
    author: publicAuthor,
    /** Null for a thread about no menu in particular (ทั่วไป). */
    topic: topicRef.nullable(),
    appliesTo,
    state: threadState,
    pinned: z.boolean(),
    locked: z.boolean(),
    replyCount: z.int().nonnegative(),
    /** Counted in batches: a minute or so behind. */
    viewCount: z.int().nonnegative(),
    /** Members who said "มีปัญหาเดียวกัน". */
    sameProblemCount: z.int().nonnegative(),
    /** Grade of the accepted answer; null where there is none. */
    acceptedGrade: answerGrade.nullable(),
    /** Whether an officer of the department has answered, accepted or not. */
    officialAnswer: z.boolean(),
    attachmentCount: z.int().nonnegative(),
    createdAt: isoInstant,
    lastActivityAt: isoInstant,
    /** Whoever replied last; null where nobody has. */
    lastReplyBy: publicAuthor.nullable(),
    sample,
  })
  .meta({ id: 'ThreadListItem' });
export type ThreadListItem = z.infer<typeof threadListItem>;

export const reply = z
  .object({
    id: documentId,
    thread: documentId,
    /** Place in the thread, from 1; stays the same, so that links to `#reply-7` hold. */
    number: z.int().positive(),
    author: publicAuthor,
    /** Empty where `removed` says by whom it was taken away. */
    bodyHtml: safeHtml,
    /** The reply it quotes, as it was then. */
    quote: z
      .object({
        id: documentId,
        number: z.int().positive(),
        authorName: z.string(),
        excerpt: z.string(),
      })
      .nullable(),
    /** Members named with `@` in the body. */
    mentions: z.array(z.object({ id: documentId, displayName: z.string() })),
    attachments: z.array(attachment),
    grade: answerGrade,
    accepted: z.boolean(),
    helpfulCount: z.int().nonnegative(),
    /** Null where it is as it was sent, or was changed within the first 15 minutes. */
    editedAt: isoInstant.nullable(),
    createdAt: isoInstant,
    removed: z.enum(['author', 'moderator']).nullable(),
    /** Raised by each change; an edit names the one it began from. */
    revision: z.int().positive(),
    sample,
  })
  .meta({ id: 'Reply' });
export type Reply = z.infer<typeof reply>;

export const thread = threadListItem
  .extend({
    bodyHtml: safeHtml,
    /** The message on the screen of e-LAAS the thread is about. */
    errorMessage: z.string().nullable(),
    attachments: z.array(attachment),
    editedAt: isoInstant.nullable(),
    revision: z.int().positive(),
    acceptedReply: reply.nullable(),
    /** Why it was closed, for readers. */
    closedReason: z.string().nullable(),
    /** The thread this one was joined with; everything in it is over there. */
    mergedInto: documentRef.nullable(),
    /** The question of the FAQ an answer of it became. */
    faq: documentRef.nullable(),
  })
  .meta({ id: 'Thread' });
export type Thread = z.infer<typeof thread>;

/** In place of a menu's slug: threads about no menu. */
export const generalTopic = 'general';

export const threadSort = z.enum(['latest', 'active', 'unanswered', 'helpful']);
export type ThreadSort = z.infer<typeof threadSort>;

/**
 * `GET /threads`. `topic` is a menu's slug with all below it, or `general`; `unanswered` puts
 * questions nobody has answered first, oldest first; `helpful` those that most people share.
 */
export const threadQuery = z.strictObject({
  ...pageQuery.shape,
  topic: slug.optional(),
  kind: threadKind.optional(),
  state: threadState.optional(),
  appliesTo: appliesTo.optional(),
  sort: threadSort.default('active'),
});
export type ThreadQuery = z.infer<typeof threadQuery>;

export const threadListAnswer = listOf(threadListItem);
export const threadAnswer = oneOf(thread);

/** `GET /threads/{id}/replies`, oldest first. */
export const replyQuery = z.strictObject({
  page: z.coerce.number().int().min(1).max(10_000).default(1),
  pageSize: z.coerce.number().int().min(1).max(100).default(50),
});
export type ReplyQuery = z.infer<typeof replyQuery>;
export const replyListAnswer = listOf(reply);

/** Longest texts a post may have, in UTF-16 units. */
export const postLimits = {
  title: 200,
  body: 20_000,
  errorMessage: 1000,
  reason: 500,
  attachments: 6,
  attachmentBytes: 5 * 1024 * 1024,
} as const;

const title = z.string().trim().min(5).max(postLimits.title);
const body = z.string().trim().min(1).max(postLimits.body);
const attachments = z.array(documentId).max(postLimits.attachments).default([]);

/** Names one act of sending: the same key sent again answers what it made, and makes nothing. */
export const idempotencyKey = z.string().regex(/^[A-Za-z0-9_-]{16,64}$/);

/** `true` after the writer was shown what looks like personal data and wants it to stand. */
const personalDataSeen = z.boolean().default(false);

/** `POST /threads`. */
export const newThreadBody = z.strictObject({
  key: idempotencyKey,
  kind: threadKind,
  title,
  body,
  topic: slug.nullable().default(null),
  appliesTo: appliesTo.default('both'),
  errorMessage: z.string().trim().max(postLimits.errorMessage).optional(),
  attachments,
  personalDataSeen,
});
export type NewThread = z.infer<typeof newThreadBody>;

/** `POST /threads/{id}/replies`. */
export const newReplyBody = z.strictObject({
  key: idempotencyKey,
  body,
  quoteOf: documentId.optional(),
  attachments,
  personalDataSeen,
});
export type NewReply = z.infer<typeof newReplyBody>;

/** `POST /threads/{id}/edit`; what is left out stays. */
export const editThreadBody = z.strictObject({
  revision: z.int().positive(),
  title: title.optional(),
  body: body.optional(),
  topic: slug.nullable().optional(),
  appliesTo: appliesTo.optional(),
  errorMessage: z.string().trim().max(postLimits.errorMessage).nullable().optional(),
  attachments: z.array(documentId).max(postLimits.attachments).optional(),
  personalDataSeen,
});
export type EditThread = z.infer<typeof editThreadBody>;

/** `POST /replies/{id}/edit`. */
export const editReplyBody = z.strictObject({
  revision: z.int().positive(),
  body,
  attachments: z.array(documentId).max(postLimits.attachments).optional(),
  personalDataSeen,
});
export type EditReply = z.infer<typeof editReplyBody>;

/** Why a post waits for a moderator before readers see it. */
export const heldReason = z.enum(['newMember', 'words', 'links', 'reported']);
export type HeldReason = z.infer<typeof heldReason>;

/** What became of a post that was sent. */
export const sentPost = z.object({
  id: documentId,
  thread: documentId,
  /** Of a reply; null for a thread. */
  number: z.int().positive().nullable(),
  /** `held`: a moderator looks at it first. */
  state: z.enum(['shown', 'held']),
  heldReason: heldReason.nullable(),
  revision: z.int().positive(),
});
export type SentPost = z.infer<typeof sentPost>;
export const sentPostAnswer = z.object({
  data: sentPost,
  /** `true` where the key had been sent before: nothing was made. */
  meta: itemMeta.extend({ repeated: z.boolean() }),
});

/** Something in a text that looks like a person's own number or address. */
export const personalDataKind = z.enum(['citizenId', 'phone', 'bankAccount', 'email']);
export type PersonalDataKind = z.infer<typeof personalDataKind>;
export const personalDataFinding = z
  .object({
    field: z.enum(['title', 'body', 'errorMessage']),
    kind: personalDataKind,
    range: textRange,
    /** The words themselves, as the writer typed them. */
    text: z.string(),
    /** What it is and what to do, in the reader's language. */
    message: z.string(),
    /** `block`: it cannot be sent with it; `warn`: it can, with `personalDataSeen`. */
    policy: z.enum(['warn', 'block']),
  })
  .meta({ id: 'PersonalDataFinding' });
export type PersonalDataFinding = z.infer<typeof personalDataFinding>;

/**
 * `details` of the 400 that refuses a post for personal data: `code` is `personalData`, `findings`
 * what was found, `decision` whether sending again with `personalDataSeen` is of use.
 */
export const personalDataDetails = z.object({
  code: z.literal('personalData'),
  decision: z.enum(['warn', 'block']),
  findings: z.array(personalDataFinding),
});
export type PersonalDataDetails = z.infer<typeof personalDataDetails>;

/** `POST /threads/check`: what looks like personal data in a draft. Nothing of it is kept. */
export const checkBody = z.strictObject({
  title: z.string().max(postLimits.title).optional(),
  body: z.string().max(postLimits.body).optional(),
  errorMessage: z.string().max(postLimits.errorMessage).optional(),
});
export const checkAnswer = z.object({
  data: z.object({
    decision: z.enum(['pass', 'warn', 'block']),
    findings: z.array(personalDataFinding),
  }),
  meta: z.object({}),
});

/** `POST /threads/preview`: Markdown as readers will see it. */
export const previewBody = z.strictObject({
  body: z.string().max(postLimits.body),
  /** Attachments of the draft that the body may show. */
  attachments: z.array(documentId).max(postLimits.attachments).default([]),
});
export const previewAnswer = z.object({
  data: z.object({ bodyHtml: safeHtml }),
  meta: itemMeta,
});

/** `POST /threads/deflections`: "ตรงกับที่ฉันถาม", a suggestion answered the question. */
export const deflectionBody = z.strictObject({
  title: z.string().trim().min(1).max(postLimits.title),
  service: searchService,
  id: z.union([documentId, z.string().regex(/^[a-z0-9-]{1,80}$/)]),
});
export const deflectionAnswer = z.object({
  data: z.object({ recorded: z.literal(true) }),
  meta: z.object({}),
});

/** `GET /threads/{id}/source` and `GET /replies/{id}/source`: what its writer typed, for an edit. */
export const postSource = z.object({
  title: z.string().nullable(),
  body: z.string(),
  errorMessage: z.string().nullable(),
  /** Of a thread; null for general, and for a reply. */
  topic: topicRef.nullable(),
  /** Null for a reply. */
  appliesTo: appliesTo.nullable(),
  attachments: z.array(attachment),
  revision: z.int().positive(),
});
export type PostSource = z.infer<typeof postSource>;
export const postSourceAnswer = oneOf(postSource);

/** `GET /threads/{id}/history`: earlier wordings, for its writer and moderators; newest first. */
export const postVersion = z.object({
  revision: z.int().positive(),
  title: z.string().nullable(),
  bodyHtml: safeHtml,
  errorMessage: z.string().nullable(),
  /** Of a thread; null for general, and for a reply. */
  topic: topicRef.nullable(),
  appliesTo: appliesTo.nullable(),
  /** When this wording was replaced. */
  replacedAt: isoInstant,
  replacedBy: publicAuthor,
});
export type PostVersion = z.infer<typeof postVersion>;
export const postHistoryAnswer = oneOf(z.array(postVersion));

/** `GET /threads/mine?ids=a,b`: at most a hundred threads. */
export const mineQuery = z.strictObject({
  ids: z
    .string()
    .regex(/^[a-z0-9]{24,25}(?:,[a-z0-9]{24,25}){0,99}$/)
    .optional(),
});

/** How somebody who follows a thread hears of replies. */
export const followMode = z.enum(['immediate', 'digest', 'site']);
export type FollowMode = z.infer<typeof followMode>;

/** What of the board is the member's own; never in an answer that is kept. */
export const mine = z
  .object({
    /** Threads followed that have something new. */
    unreadThreads: z.int().nonnegative(),
    isModerator: z.boolean(),
    grade: memberGrade,
    /** The threads asked for. */
    threads: z.array(
      z.object({
        id: documentId,
        isAuthor: z.boolean(),
        sameProblem: z.boolean(),
        follow: followMode.nullable(),
        /** Number of the last reply that was read; null where the thread was never opened. */
        lastRead: z.int().nonnegative().nullable(),
        unread: z.int().nonnegative(),
        canAccept: z.boolean(),
        canEdit: z.boolean(),
        /** Until when a change leaves no mark; null where that is over or it is not theirs. */
        freeEditUntil: isoInstant.nullable(),
      })
    ),
    /** Replies in those threads that the member wrote or found helpful. */
    replies: z.array(
      z.object({
        id: documentId,
        thread: documentId,
        isAuthor: z.boolean(),
        helpful: z.boolean(),
        canEdit: z.boolean(),
        freeEditUntil: isoInstant.nullable(),
      })
    ),
    /** The member's own posts that readers do not see yet. */
    held: z.array(
      z.object({
        id: documentId,
        kind: z.enum(['thread', 'reply']),
        thread: documentId,
        title: z.string(),
        bodyHtml: safeHtml,
        heldReason: heldReason.nullable(),
        createdAt: isoInstant,
      })
    ),
  })
  .meta({ id: 'MyBoard' });
export type Mine = z.infer<typeof mine>;
export const mineAnswer = z.object({ data: mine, meta: itemMeta });

/** `POST /threads/{id}/read`: replies up to this number were seen. */
export const readBody = z.strictObject({ lastRead: z.int().min(0).max(1_000_000) });
export const readAnswer = z.object({
  data: z.object({ lastRead: z.int().nonnegative(), unreadThreads: z.int().nonnegative() }),
  meta: itemMeta,
});

/** `POST /threads/{id}/follow`; null stops following. */
export const followBody = z.strictObject({ mode: followMode.nullable() });
export const followAnswer = z.object({
  data: z.object({ mode: followMode.nullable() }),
  meta: itemMeta,
});

/** `POST /threads/{id}/same-problem` and `POST /replies/{id}/helpful`. */
export const voteBody = z.strictObject({ on: z.boolean() });
export const voteAnswer = z.object({
  data: z.object({ on: z.boolean(), count: z.int().nonnegative() }),
  meta: itemMeta,
});

/**
 * `POST /threads/{id}/accept`: by whoever asked, or an officer. `replaces` is the accepted reply the
 * page showed, null for none; where that is no longer so, the answer is a 409 and nothing changes.
 */
export const acceptBody = z.strictObject({
  reply: documentId.nullable(),
  replaces: documentId.nullable(),
});
export const acceptAnswer = z.object({
  data: z.object({ accepted: documentId.nullable(), state: threadState }),
  meta: itemMeta,
});

const reason = z.string().trim().min(3).max(postLimits.reason);

/** `POST /threads/{id}/actions`, for moderators. The reason goes to the author and into the log. */
export const threadActionBody = z.strictObject({
  action: z.enum([
    'pin',
    'unpin',
    'lock',
    'unlock',
    'move',
    'merge',
    'close',
    'reopen',
    'approve',
    'hide',
    'show',
    'delete',
  ]),
  reason,
  /** Of `move`: the menu's slug, null for general. */
  topic: slug.nullable().optional(),
  /** Of `merge`: the thread that stays. */
  into: documentId.optional(),
});
export type ThreadAction = z.infer<typeof threadActionBody>;

/** `POST /replies/{id}/actions`, for moderators. */
export const replyActionBody = z.strictObject({
  action: z.enum(['approve', 'hide', 'show', 'delete']),
  reason,
});
export type ReplyAction = z.infer<typeof replyActionBody>;
export const actionAnswer = z.object({
  data: z.object({ done: z.literal(true) }),
  meta: itemMeta,
});

/** `POST /threads/{id}/delete` and `/replies/{id}/delete`, by its own author; also `/threads/{id}/views`. */
export const deleteBody = z.strictObject({});

/** `POST /threads/{id}/views`: somebody looks at it. */
export const viewAnswer = z.object({
  data: z.object({ recorded: z.literal(true) }),
  meta: itemMeta,
});

/** `POST /threads/{id}/report` and `POST /replies/{id}/report`: by any reader. */
export const reportReason = z.enum(['personalData', 'rude', 'wrong', 'spam', 'illegal', 'other']);
export type ReportReason = z.infer<typeof reportReason>;
export const reportBody = z.strictObject({
  reason: reportReason,
  note: z.string().trim().max(postLimits.reason).optional(),
});
export type Report = z.infer<typeof reportBody>;
export const reportAnswer = z.object({
  data: z.object({ recorded: z.literal(true) }),
  meta: itemMeta,
});

/** `POST /threads/{id}/promote`, for officers: an officer's answer becomes a question of the FAQ. */
export const promoteBody = z.strictObject({
  reply: documentId,
  /** The question's words; the thread's title if absent. */
  question: z.string().trim().min(5).max(500).optional(),
  /** `true` publishes it at once, `false` leaves a draft for editors. */
  publish: z.boolean().default(false),
});
export type Promote = z.infer<typeof promoteBody>;
export const promoteAnswer = z.object({
  data: z.object({ faq: documentId, published: z.boolean() }),
  meta: itemMeta,
});

/** `POST /attachments?name=`: the file's bytes are the body; `name` is only shown. */
export const attachmentQuery = z.strictObject({
  name: z.string().trim().min(1).max(200).default('แนบ'),
});
export const attachmentAnswer = z.object({ data: attachment, meta: itemMeta });
