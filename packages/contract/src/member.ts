import { z } from 'zod';
import { authorityCode, provinceCode } from './authority.js';
import { documentId, isoInstant } from './common.js';

/** Whose answer it is: สถ. (officer), สถจ. (province) or เพื่อน อปท. (peer). */
export const memberGrade = z.enum(['officer', 'province', 'peer']);
export type MemberGrade = z.infer<typeof memberGrade>;

/** All that anyone sees of a member. Never an e-mail address, a position or a state. */
export const publicAuthor = z
  .object({
    /** Null once the account has been deleted. */
    id: documentId.nullable(),
    displayName: z.string(),
    authorityName: z.string().nullable(),
    grade: memberGrade,
  })
  .meta({ id: 'PublicAuthor' });
export type PublicAuthor = z.infer<typeof publicAuthor>;

/** What a member sees of the own account on a page that embeds us. */
export const ownMember = z
  .object({
    id: documentId,
    displayName: z.string(),
    authorityCode: authorityCode.nullable(),
    authorityName: z.string().nullable(),
    provinceCode: provinceCode.nullable(),
    grade: memberGrade,
    isModerator: z.boolean(),
    /** Things of the member's that have an answer not yet read. */
    unread: z.int().nonnegative(),
  })
  .meta({ id: 'OwnMember' });
export type OwnMember = z.infer<typeof ownMember>;

const secret = z.string().regex(/^[\w-]{43}$/);

/** `POST /members/token`: the code of the sign-in window and the verifier it was asked with (PKCE). */
export const memberTokenBody = z.strictObject({ code: secret, verifier: secret });
export type MemberTokenBody = z.infer<typeof memberTokenBody>;

/** `POST /members/token/refresh`: nothing; the token in use says it all. */
export const memberRefreshBody = z.strictObject({});

/** `POST /members/sign-out`. */
export const memberSignOutBody = z.strictObject({
  /** Ends every session of the member, on every machine and every site. */
  everywhere: z.boolean().default(false),
});

export const ownMemberAnswer = z.object({
  data: ownMember,
  meta: z.object({ asOf: isoInstant }),
});

export const memberTokenAnswer = z.object({
  data: z.object({
    /** Works at the origin it was made for, for as long as `expiresAt` says. */
    token: z.string(),
    expiresAt: isoInstant,
    member: ownMember,
  }),
  meta: z.object({ asOf: isoInstant }),
});
export type MemberToken = z.infer<typeof memberTokenAnswer>['data'];

export const memberSignOutAnswer = z.object({
  data: z.object({ signedOut: z.literal(true) }),
  meta: z.object({ asOf: isoInstant }),
});
