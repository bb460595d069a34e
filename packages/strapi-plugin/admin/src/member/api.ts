import type { Allowed } from './permission';

// What the server's members answer. The server is a program of its own, so its shapes are written
// here again; `api.test.ts` holds their codes to it.

export const memberGrades = ['officer', 'province', 'peer'] as const;
export type MemberGrade = (typeof memberGrades)[number];
export const memberStates = ['awaiting', 'active', 'suspended', 'blocked'] as const;
export type MemberState = (typeof memberStates)[number];

export interface ListedMember {
  id: string;
  displayName: string;
  authorityCode: string | null;
  authorityName: string | null;
  provinceCode: string | null;
  position: string | null;
  grade: MemberGrade;
  isModerator: boolean;
  state: MemberState;
  suspendedUntil: string | null;
  stateReason: string | null;
  hasSecondFactor: boolean;
  approvedPosts: number;
  createdAt: string;
}

export interface MemberPage {
  data: ListedMember[];
  meta: { page: number; pageSize: number; total: number; awaiting: number };
}

/** What may be done about a member; the name ends the address it is sent to. */
export const deeds = [
  'approve',
  'refuse',
  'appoint',
  'suspend',
  'block',
  'reinstate',
  'sign-out',
  'second-factor',
  'email',
] as const;
export type Deed = (typeof deeds)[number];

const permissionOf: Record<Deed, keyof Allowed> = {
  approve: 'canApprove',
  refuse: 'canApprove',
  appoint: 'canAppoint',
  suspend: 'canSanction',
  block: 'canSanction',
  reinstate: 'canSanction',
  'sign-out': 'canSanction',
  'second-factor': 'canRescue',
  email: 'canEmail',
};

const possible: Record<Deed, (member: ListedMember) => boolean> = {
  approve: ({ state }) => state === 'awaiting',
  refuse: ({ state }) => state === 'awaiting',
  appoint: ({ state }) => state === 'active' || state === 'suspended',
  suspend: ({ state }) => state === 'active',
  block: ({ state }) => state !== 'blocked',
  reinstate: ({ state }) => state === 'suspended' || state === 'blocked',
  'sign-out': ({ state }) => state === 'active' || state === 'suspended',
  'second-factor': ({ hasSecondFactor }) => hasSecondFactor,
  email: () => true,
};

/** What the one who looks may do about a member, in the state it is in. */
export function deedsFor(member: ListedMember, allowed: Allowed): Deed[] {
  return deeds.filter((deed) => allowed[permissionOf[deed]] && possible[deed](member));
}

export const approvals = ['off', 'province', 'department'] as const;
export const secondFactors = ['optional', 'officers'] as const;

export interface MemberSettings {
  approval: (typeof approvals)[number];
  secondFactor: (typeof secondFactors)[number];
}
