import { describe, expect, it } from 'vitest';
import { encodedEtag, etagOf, matchesEtag } from './etag';

describe('etagOf', () => {
  it('is quoted, strong, the same for the same bytes and another for others', () => {
    const tag = etagOf(Buffer.from('คู่มือ'));
    expect(tag).toMatch(/^"[\w-]{22}"$/);
    expect(etagOf(Buffer.from('คู่มือ'))).toBe(tag);
    expect(etagOf(Buffer.from('คู่มือ '))).not.toBe(tag);
  });

  it('tells encodings apart', () => {
    expect(encodedEtag('"a"', 'identity')).toBe('"a"');
    expect(encodedEtag('"a"', 'br')).toBe('"a-br"');
  });
});

describe('matchesEtag', () => {
  it.each([
    ['"a"', true],
    ['W/"a"', true],
    ['*', true],
    [' * ', true],
    ['"x", W/"a-gzip" , "y"', true],
    ['"x,\\"a"', false],
    ['a', false],
    ['"A"', false],
    ['', false],
    ['"x"', false],
  ])('%s', (header, matches) => {
    expect(matchesEtag(header, ['"a"', '"a-gzip"'])).toBe(matches);
  });
});
