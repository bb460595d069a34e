// What the server's moderation answers. The server is a program of its own, so its shapes are
// written here again; `api.test.ts` holds their codes to the contract.

export const heldReasons = ['newMember', 'words', 'links', 'reported'] as const;
export const reportReasons = ['personalData', 'rude', 'wrong', 'spam', 'illegal', 'other'] as const;
export const memberGrades = ['officer', 'province', 'peer'] as const;

/** A post a moderator is to look at. */
export interface QueueItem {
  kind: 'thread' | 'reply';
  id: string;
  thread: string;
  title: string;
  bodyHtml: string;
  errorMessage: string | null;
  state: 'shown' | 'held' | 'hidden' | 'deleted' | 'merged';
  heldReason: (typeof heldReasons)[number] | null;
  author: {
    id: string | null;
    displayName: string;
    authorityName: string | null;
    grade: (typeof memberGrades)[number];
    approvedPosts: number;
    state: string | null;
  };
  attachments: { id: string; name: string; kind: string }[];
  reports: {
    reason: (typeof reportReasons)[number];
    note: string | null;
    at: string;
    byMember: boolean;
  }[];
  createdAt: string;
}

export interface QueuePage {
  data: QueueItem[];
  meta: {
    page: number;
    pageSize: number;
    total: number;
    counts: Record<'held' | 'reported', number>;
  };
}

/** What may be done with posts. */
export const postActs = ['approve', 'hide', 'delete'] as const;
export type PostAct = (typeof postActs)[number];

/** What became of each post an act was for. */
export interface ActResult {
  kind: QueueItem['kind'];
  id: string;
  done: boolean;
  /** In Thai, why it was not done. */
  message: string | null;
}

/** What may be done about a member. */
export const memberActs = ['warn', 'suspend', 'block', 'reinstate'] as const;
export type MemberAct = (typeof memberActs)[number];

export interface LogEntry {
  id: number;
  at: string;
  actor: { kind: 'admin' | 'member' | 'system'; id: string };
  action: string;
  postKind: QueueItem['kind'] | null;
  postId: string | null;
  memberId: string | null;
  reason: string;
}

export interface LogPage {
  data: LogEntry[];
  meta: { page: number; pageSize: number; total: number };
}

/** What a rule does where something looks like personal data. */
export const policies = ['off', 'warn', 'block'] as const;
export const personalDataKinds = ['citizenId', 'phone', 'bankAccount', 'email'] as const;

/** What officers have decided for the board; 0 turns a rule off. */
export interface BoardSettings {
  firstPosts: number;
  reportsToHold: number;
  linksToHold: number;
  words: string[];
  personalData: Record<(typeof personalDataKinds)[number], (typeof policies)[number]>;
}
