import { describe, expect, it } from 'vitest';
import { hasWord, isHeldByReports, reasonToHold, usualSettings } from './moderation';

const known = { isTrusted: false, approvedPosts: 5 };
const post = { text: 'สอบถามการเบิกจ่าย', links: 0 };

describe('reasonToHold', () => {
  it('lets a known member post at once', () => {
    expect(reasonToHold(post, known, usualSettings)).toBeNull();
  });

  it('holds the first posts of a new member', () => {
    const fresh = { isTrusted: false, approvedPosts: 0 };
    expect(reasonToHold(post, fresh, usualSettings)).toBe('newMember');
    expect(reasonToHold(post, fresh, { ...usualSettings, firstPosts: 0 })).toBeNull();
  });

  it('holds words of the list and heaps of links, whoever posts', () => {
    expect(reasonToHold({ ...post, text: 'เล่นบาคาร่าที่นี่' }, known, usualSettings)).toBe('words');
    expect(reasonToHold({ ...post, links: 6 }, known, usualSettings)).toBe('links');
  });

  it('never holds an officer', () => {
    const officer = { isTrusted: true, approvedPosts: 0 };
    expect(reasonToHold({ text: 'บาคาร่า', links: 9 }, officer, usualSettings)).toBeNull();
  });
});

describe('hasWord', () => {
  it.each(['บ า ค า ร่ า', 'บ.า.ค.า.ร่.า', 'บาาาคาร่าาา', 'บา\u200Bคาร่า', 'บาคาร่า!!'])(
    'finds it in %s',
    (text) => expect(hasWord(text, ['บาคาร่า'])).toBe(true)
  );
  it.each([
    'сasino',
    'c a s i n o',
    'CASINO',
    'ｃａｓｉｎｏ',
    'cas1no'.replace('1', 'і'),
    'c@sinο',
  ])('finds casino in %s', (text) => expect(hasWord(text, ['casino'])).toBe(true));
  it('minds syllables', () => {
    expect(hasWord('เงินกู้ของ อปท.', ['กู'])).toBe(false);
    expect(hasWord('กู ไม่รู้', ['กู'])).toBe(true);
  });
  it('has nothing to do with an empty word', () =>
    expect(hasWord('ก', ['', ' ', '…'])).toBe(false));
});

describe('isHeldByReports', () => {
  it('counts to what officers decided', () => {
    expect(isHeldByReports(2, usualSettings)).toBe(false);
    expect(isHeldByReports(3, usualSettings)).toBe(true);
    expect(isHeldByReports(99, { ...usualSettings, reportsToHold: 0 })).toBe(false);
  });
});
