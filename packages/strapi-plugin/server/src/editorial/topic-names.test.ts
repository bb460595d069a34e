import { describe, expect, it } from 'vitest';
import { namesToKeep } from './topic-names';

const stored = { titleTh: 'โอน', slug: 'transfer', earlierNames: 'โยกเงิน', earlierSlugs: null };

describe('namesToKeep', () => {
  it('keeps nothing where nothing is renamed', () => {
    expect(namesToKeep(stored, { order: 3 })).toEqual({});
    expect(namesToKeep(stored, { titleTh: 'โอน', slug: 'transfer' })).toEqual({});
  });

  it('adds the old name after those that are there', () => {
    expect(namesToKeep(stored, { titleTh: 'โอนงบประมาณ' })).toEqual({
      earlierNames: 'โยกเงิน\nโอน',
    });
  });

  it('keeps the old address as well', () => {
    expect(namesToKeep(stored, { slug: 'budget-transfer' })).toEqual({ earlierSlugs: 'transfer' });
  });

  it('drops a name that is the present one again', () => {
    expect(namesToKeep(stored, { titleTh: 'โยกเงิน' })).toEqual({ earlierNames: 'โอน' });
  });

  it('keeps what the editor typed in the same save', () => {
    expect(namesToKeep(stored, { titleTh: 'ใหม่', earlierNames: 'พิมพ์เอง' })).toEqual({
      earlierNames: 'พิมพ์เอง\nโอน',
    });
  });
});
