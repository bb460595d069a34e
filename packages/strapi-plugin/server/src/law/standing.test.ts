import { describe, expect, it } from 'vitest';
import { standingOf } from './standing';

const nothing = { repealedBy: [], amendedBy: [] };

describe('standingOf', () => {
  it('is what the editor said where no later law says more', () => {
    for (const status of ['inForce', 'amended', 'repealed', 'notYetInForce'] as const) {
      expect(standingOf(status, nothing)).toBe(status);
    }
  });

  it('is repealed once a law in force repeals it', () => {
    const later = { repealedBy: ['inForce'], amendedBy: [] } as const;
    expect(standingOf('inForce', later)).toBe('repealed');
    expect(standingOf('amended', later)).toBe('repealed');
    expect(standingOf('notYetInForce', later)).toBe('repealed');
  });

  it('stays while the law that repeals it is not yet in force', () => {
    expect(standingOf('inForce', { repealedBy: ['notYetInForce'], amendedBy: [] })).toBe('inForce');
  });

  it('is not brought back when the law that repealed it is repealed', () => {
    expect(standingOf('inForce', { repealedBy: ['repealed'], amendedBy: [] })).toBe('repealed');
  });

  it('is amended once a law in force amends it', () => {
    expect(standingOf('inForce', { repealedBy: [], amendedBy: ['inForce'] })).toBe('amended');
    expect(standingOf('inForce', { repealedBy: [], amendedBy: ['notYetInForce'] })).toBe('inForce');
    expect(standingOf('notYetInForce', { repealedBy: [], amendedBy: ['inForce'] })).toBe(
      'notYetInForce'
    );
  });

  it('is repealed rather than amended', () => {
    expect(standingOf('inForce', { repealedBy: ['inForce'], amendedBy: ['inForce'] })).toBe(
      'repealed'
    );
  });
});
