import { describe, expect, inject, it } from 'vitest';

const printed = inject('printed');

describe('npm start', () => {
  it('names a port that is taken and uses the next free one', () => {
    const [cms, site] = inject('taken');
    expect(printed).toContain(`Port ${cms} is taken`);
    expect(printed).toContain(`Port ${site} is taken`);
    expect(new URL(inject('km')).port).not.toBe(String(cms));
  });

  it('shows the logins it made, each password once', () => {
    const { editor, admin } = inject('logins');
    expect(printed.split(editor.password)).toHaveLength(2);
    expect(printed.split(admin.password)).toHaveLength(2);
  });

  it('answers on every address it prints', async () => {
    for (const path of ['/', '/admin', '/api/km/v1/openapi.json', '/api/km/v1/health']) {
      const answer = await fetch(inject('km') + path);
      expect(answer.status, path).toBe(200);
    }
    expect((await fetch(inject('site'))).status).toBe(200);
  });

  it.each([
    ['topics', 12],
    ['manuals', 20],
    ['laws', 40],
    ['faqs', 60],
    ['news', 10],
    ['updates', 12],
    ['forms', 20],
  ])('has sample %s', async (service, least) => {
    const answer = await fetch(`${inject('km')}/api/km/v1/${service}`);
    const { data, meta } = await answer.json();
    expect(service === 'topics' ? countTree(data) : meta.total).toBeGreaterThanOrEqual(least);
  });
});

interface Branch {
  children: Branch[];
}

function countTree(branches: Branch[]): number {
  return branches.reduce((sum, { children }) => sum + 1 + countTree(children), 0);
}
