import { describe, expect, it } from 'vitest';
import { isWebLink, renderMarkdown } from './markdown';
import { intruders } from './markup.test-support';
import { xssVectors } from './xss-vectors.test-support';

const picture = 'a'.repeat(24);
const member = 'b'.repeat(24);
const known = {
  attachments: new Set([picture]),
  members: new Map([[member, 'สมชาย <ใจดี>']]),
};
const html = (text: string) => renderMarkdown(text, known).html;

describe('renderMarkdown', () => {
  it('sets what members need', () => {
    expect(html('**หนา** *เอียง* ~~ขีด~~ `โค้ด`')).toBe(
      '<p><strong>หนา</strong> <em>เอียง</em> <s>ขีด</s> <code>โค้ด</code></p>'
    );
    expect(html('# หัวข้อ')).toBe('<h3>หัวข้อ</h3>');
    expect(html('1. ก\n2. ข')).toContain('<ol>');
    expect(html('> อ้าง')).toContain('<blockquote>');
    expect(html('ก\nข')).toBe('<p>ก<br />\nข</p>');
  });

  it('says of every link that nobody vouches for it', () => {
    for (const text of ['[x](https://example.go.th)', 'ดู https://example.go.th/a?b=1&c=2']) {
      expect(html(text)).toContain('rel="nofollow ugc noopener"');
    }
    expect(renderMarkdown('https://a.example https://b.example', known).links).toBe(2);
    expect(html('example.go.th และ a@b.example')).not.toContain('<a');
  });

  it('shows pictures of the post itself and no others', () => {
    expect(html(`![ภาพ "หนึ่ง"](attachment:${picture})`)).toBe(
      `<p><img src="/api/km/v1/attachments/${picture}" alt="ภาพ &quot;หนึ่ง&quot;" loading="lazy" /></p>`
    );
    for (const source of ['https://evil.example/x.png', `attachment:${'c'.repeat(24)}`, '/x.png']) {
      expect(html(`![ภาพ](${source})`)).not.toContain('<img');
    }
  });

  it('names whom a post mentions as the server knows them', () => {
    const found = renderMarkdown(`เรียน [@ใครก็ได้](member:${member}) ครับ`, known);
    expect(found.html).toBe(
      `<p>เรียน <span data-km-member="${member}">@สมชาย &lt;ใจดี&gt;</span> ครับ</p>`
    );
    expect(found.mentions).toEqual([member]);
    expect(found.plain).toBe('เรียน @สมชาย <ใจดี> ครับ');
    expect(html(`[@เขา](member:${'d'.repeat(24)})`)).toBe('<p>@เขา</p>');
  });

  it('keeps plain words for search and mails', () => {
    expect(renderMarkdown('# หัว\n\n- **ก**\n- ข\n\n```\nx < y\n```', known).plain).toBe(
      'หัว\nก\nข\nx < y'
    );
  });

  it('tries at least 150 vectors', () => {
    expect(new Set(xssVectors).size).toBeGreaterThanOrEqual(150);
  });

  it.each(xssVectors)('lets nothing through: %j', (vector) => {
    for (const text of [
      vector,
      `> ${vector}`,
      `- ${vector}`,
      `**${vector}**`,
      `[${vector}](https://a.example)`,
    ]) {
      expect(intruders(html(text))).toEqual([]);
    }
  });

  it.each([
    ['quotes', '>'.repeat(10_000)],
    ['quotes with spaces', '> '.repeat(10_000) + 'x'],
    ['lists', Array.from({ length: 140 }, (_, at) => `${' '.repeat(at)}- x`).join('\n')],
    ['list marks', '- '.repeat(10_000)],
    ['brackets', '['.repeat(20_000)],
    ['pictures', '![a]('.repeat(4000)],
    ['stars', '*a '.repeat(6600)],
    ['underscores', '_'.repeat(20_000)],
    ['backquotes', Array.from({ length: 190 }, (_, at) => '`'.repeat(at)).join(' ')],
    ['links in links', '[a](b'.repeat(4000)],
    ['entities', '&'.repeat(20_000)],
    ['autolinks', 'https://a.example/'.repeat(1100)],
  ])('is quick with 20,000 characters of %s', (_name, text) => {
    const begun = process.cpuUsage();
    const { html: markup } = renderMarkdown(text.slice(0, 20_000), known);
    // Processor time, not the clock's: other work on the machine does not count.
    expect(process.cpuUsage(begun).user / 1e6).toBeLessThan(5);
    expect(intruders(markup)).toEqual([]);
  });

  it('has no more elements inside one another than a page bears', () => {
    const markup = html('>'.repeat(10_000) + ' x');
    expect(markup.split('<blockquote>').length).toBeLessThanOrEqual(20);
  });
});

describe('isWebLink', () => {
  it.each(['https://example.go.th/a', 'http://example.go.th', 'mailto:a@example.go.th'])(
    'lets %s leave',
    (url) => expect(isWebLink(url)).toBe(true)
  );
  it.each([
    'javascript:alert(1)',
    '//a.example',
    '/x',
    'https://a@b.example',
    'ftp://a.example',
    'tel:1',
  ])('keeps %s', (url) => expect(isWebLink(url)).toBe(false));
});
