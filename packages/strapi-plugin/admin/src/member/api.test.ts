import { memberGrade } from '@km-laas/contract';
import { describe, expect, it } from 'vitest';
import { memberSettingsBody } from '../../../server/src/member/settings';
import en from '../translations/en.json';
import th from '../translations/th.json';
import {
  approvals,
  deeds,
  deedsFor,
  memberGrades,
  memberStates,
  secondFactors,
  type ListedMember,
} from './api';

const member: ListedMember = {
  id: 'a'.repeat(24),
  displayName: 'สมชาย ทดสอบ',
  authorityCode: null,
  authorityName: null,
  provinceCode: null,
  position: null,
  grade: 'peer',
  isModerator: false,
  state: 'active',
  suspendedUntil: null,
  stateReason: null,
  hasSecondFactor: false,
  approvedPosts: 0,
  createdAt: '2026-11-22T03:04:05.000Z',
};
const none = {
  canApprove: false,
  canAppoint: false,
  canSanction: false,
  canRescue: false,
  canEmail: false,
  canConfigure: false,
};

describe('what the page of members expects of the server', () => {
  it('is what the server says', () => {
    const { approval, secondFactor } = memberSettingsBody.shape;
    expect([...approvals]).toEqual(approval.options);
    expect([...secondFactors]).toEqual(secondFactor.options);
    expect([...memberGrades].sort()).toEqual([...memberGrade.options].sort());
  });

  it('has a name for everything an officer sees or does', () => {
    for (const names of [th, en] as Record<string, string>[]) {
      const keys = [
        ...deeds.flatMap((deed) => [
          `act.${deed}`,
          `ask.${deed}`,
          `explain.${deed}`,
          `done.${deed}`,
        ]),
        ...approvals.map((approval) => `approval.${approval}`),
        ...secondFactors.map((kind) => `secondFactor.${kind}`),
      ].map((key) => `member.${key}`);
      const shared = [
        ...memberGrades.map((grade) => `moderation.grade.${grade}`),
        ...memberStates.map((state) => `moderation.state.${state}`),
      ];
      expect([...keys, ...shared].filter((key) => !names[key])).toEqual([]);
    }
  });
});

describe('deedsFor', () => {
  it('offers nothing that the role may not, nor what the state does not allow', () => {
    expect(deedsFor(member, none)).toEqual([]);
    const all = Object.fromEntries(Object.keys(none).map((name) => [name, true])) as typeof none;
    expect(deedsFor(member, all)).toEqual(['appoint', 'suspend', 'block', 'sign-out', 'email']);
    expect(deedsFor({ ...member, state: 'awaiting' }, all)).toEqual([
      'approve',
      'refuse',
      'block',
      'email',
    ]);
    expect(deedsFor({ ...member, state: 'blocked', hasSecondFactor: true }, all)).toEqual([
      'reinstate',
      'second-factor',
      'email',
    ]);
    expect(deedsFor(member, { ...none, canEmail: true })).toEqual(['email']);
  });
});
