import { operations } from '@km-laas/contract';
import { describe, expect, it } from 'vitest';
import { apiKey, operationsAt } from './cache-key';
import { ProblemError } from './problem';
import { canonicalQuery, parseQuery } from './query';

const listFaqs = operations.listFaqs;

function refusal(search: string): ProblemError {
  try {
    parseQuery(listFaqs, search);
  } catch (error) {
    if (error instanceof ProblemError) return error;
    throw error;
  }
  throw new Error(`"${search}" was not refused`);
}

describe('parseQuery', () => {
  it('reads numbers and fills in defaults', () => {
    expect(parseQuery(listFaqs, 'pageSize=10&topic=budget')).toEqual({
      page: 1,
      pageSize: 10,
      topic: 'budget',
    });
  });

  it.each([
    ['colour=red', ['colour']],
    ['page=0', ['page']],
    ['page=1.5', ['page']],
    ['page=1e3', ['page']],
    ['year=0xA00', ['year']],
    ['page=', ['page']],
    ['pageSize=101', ['pageSize']],
    ['page=1&page=2', ['page']],
    ['topic[slug]=a', ['topic[slug]']],
    ['__proto__=1', ['__proto__']],
    ['constructor=1', ['constructor']],
    ['audience=citizen&page=x', ['audience', 'page']],
    ['topic=%E0%B8%A0', ['topic']],
    ['q=', ['q']],
    [`q=${'ก'.repeat(201)}`, ['q']],
  ])('refuses %s and names it', (search, names) => {
    const problem = refusal(search);
    expect(problem.status).toBe(400);
    expect([...(problem.details.parameters as string[])].sort()).toEqual(names);
    for (const name of names) {
      expect(problem.sentence.th).toContain(name);
      expect(problem.sentence.en).toContain(name);
    }
  });
});

describe('canonicalQuery', () => {
  it('spells the same question one way', () => {
    const key = canonicalQuery(listFaqs, 'topic=budget&page=2');
    expect(canonicalQuery(listFaqs, 'page=2&topic=budget')).toBe(key);
    expect(canonicalQuery(listFaqs, 'pageSize=25&page=2&topic=budget')).toBe(key);
  });

  it('drops defaults', () => {
    expect(canonicalQuery(listFaqs, 'page=1&pageSize=25')).toBe('');
  });

  it('keeps nothing that is unknown or repeated', () => {
    expect(canonicalQuery(listFaqs, 'utm_source=x')).toBeNull();
    expect(canonicalQuery(listFaqs, 'page=1&page=1')).toBeNull();
    expect(canonicalQuery(listFaqs, 'toString=1')).toBeNull();
  });

  it('never takes a malformed question for a good one', () => {
    expect(canonicalQuery(listFaqs, 'q=')).not.toBe(canonicalQuery(listFaqs, ''));
  });
});

describe('apiKey', () => {
  const origin = () => 'https://km.example';

  it('is one for one answer', () => {
    expect(apiKey('/api/km/v1/faqs', 'page=1', origin)).toBe('/api/km/v1/faqs?');
  });

  it('keeps answers that print addresses apart by origin', () => {
    expect(apiKey('/api/km/v1/news.atom', '', origin)).toContain('https://km.example');
    expect(apiKey('/api/km/v1/openapi.json', '', origin)).toContain('https://km.example');
  });

  it.each(['/api/km/v1/health', '/api/km/v1/nothing', '/api/km/v1/newsxatom', '/admin/init'])(
    'is none for %s',
    (path) => expect(apiKey(path, '', origin)).toBeNull()
  );

  it('takes /laws/lookup for the look-up, not for a document', () => {
    expect(operationsAt('/api/km/v1/laws/lookup').map(({ name }) => name)).toEqual(['lookUpLaw']);
  });
});
