import { describe, expect, it } from 'vitest';
import { heldReason, memberGrade, personalDataKind, reportReason } from '@km-laas/contract';
import th from '../translations/th.json';
import {
  heldReasons,
  memberActs,
  memberGrades,
  personalDataKinds,
  policies,
  postActs,
  reportReasons,
} from './api';

const names = th as Record<string, string>;
const unnamed = (keys: readonly string[]) => keys.filter((key) => !names[`moderation.${key}`]);

describe('what the moderation page expects of the server', () => {
  it('is what the contract says', () => {
    expect([...heldReasons].sort()).toEqual([...heldReason.options].sort());
    expect([...reportReasons].sort()).toEqual([...reportReason.options].sort());
    expect([...memberGrades].sort()).toEqual([...memberGrade.options].sort());
    expect([...personalDataKinds].sort()).toEqual([...personalDataKind.options].sort());
  });

  it('has a name for everything a moderator sees or does', () => {
    expect(unnamed(heldReasons.map((reason) => `held.${reason}`))).toEqual([]);
    expect(unnamed(reportReasons.map((reason) => `report.${reason}`))).toEqual([]);
    expect(unnamed(memberGrades.map((grade) => `grade.${grade}`))).toEqual([]);
    expect(unnamed(personalDataKinds.map((kind) => `settings.kind.${kind}`))).toEqual([]);
    expect(unnamed(policies.map((policy) => `settings.policy.${policy}`))).toEqual([]);
    const acts = [...postActs, ...memberActs];
    expect(unnamed(acts.flatMap((act) => [`act.${act}`, `ask.${act}`, `explain.${act}`]))).toEqual(
      []
    );
  });
});
