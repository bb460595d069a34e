import { parseFragment } from 'parse5';
import { describe, expect, it } from 'vitest';
import { frameAddress, hosts, type Choice } from './snippets.js';
import { translations } from './translations/index.js';

const { th, en } = translations;

const choice: Choice = {
  origin: 'https://km.example.go.th',
  name: 'faq-list',
  path: '/faqs',
  title: 'คำถามที่พบบ่อย',
  attributes: { topic: 'budget', limit: '5' },
  accent: '#6b2c91',
  release: null,
};
const codeFor = (name: string, more: Partial<Choice> = {}) =>
  hosts.find((host) => host.name === name)?.write({ ...choice, ...more }, th) ?? '';

describe('snippets', () => {
  it('hold the script once, and a tag with a link for readers without scripts', () => {
    const { childNodes } = parseFragment(codeFor('html'));
    const elements = childNodes.flatMap((node) => ('tagName' in node ? [node] : []));
    expect(elements.map(({ tagName }) => tagName)).toEqual(['script', 'km-faq-list']);
    expect(
      Object.fromEntries(elements[1]?.attrs.map(({ name, value }) => [name, value]) ?? [])
    ).toEqual({ topic: 'budget', limit: '5', style: '--km-accent: #6b2c91' });
    expect(codeFor('html')).toContain('<a href="https://km.example.go.th/faqs">คำถามที่พบบ่อย</a>');
  });

  it('name a release and the hash of its first file where that is wished', () => {
    const release = { version: '1.2.3', integrity: 'sha384-abc' };
    const { childNodes } = parseFragment(codeFor('html', { release }));
    const [script] = childNodes.flatMap((node) => ('tagName' in node ? [node] : []));
    expect(Object.fromEntries(script?.attrs.map(({ name, value }) => [name, value]) ?? [])).toEqual(
      {
        type: 'module',
        crossorigin: '',
        src: 'https://km.example.go.th/widgets/1.2.3/km-checked.js',
        integrity: 'sha384-abc',
      }
    );
  });

  it.each(hosts)('name it exactly where they say so: $name', ({ takesRelease, write }) => {
    const code = write({ ...choice, release: { version: '1.2.3', integrity: 'sha384-abc' } }, th);
    expect(code.includes('sha384-abc')).toBe(takesRelease === true);
  });

  it('show the same in a frame', () => {
    expect(frameAddress(choice)).toBe(
      'https://km.example.go.th/embed/faq-list?topic=budget&limit=5&accent=6b2c91'
    );
    expect(frameAddress({ ...choice, attributes: {}, accent: null })).toBe(
      'https://km.example.go.th/embed/faq-list'
    );
    expect(codeFor('iframe')).toContain('topic=budget&amp;limit=5');
  });

  it('give React a style it takes', () => {
    expect(codeFor('react')).toContain(`limit="5" style={{ '--km-accent': '#6b2c91' }}>`);
    expect(codeFor('react', { accent: null })).not.toContain('style');
  });

  it('give WordPress a shortcode, and no value leaves its string', () => {
    const code = codeFor('wordpress-classic', { title: "คู่มือ 'ใหม่' \\" });
    expect(code).toContain("add_shortcode( 'km_faq_list', function () {");
    expect(code).toMatch(/\n\[km_faq_list\]$/);
    expect(code).toContain("คู่มือ \\'ใหม่\\' \\\\");
    expect(codeFor('wordpress-address')).toBe(frameAddress(choice));
  });

  it('let no value leave its attribute', () => {
    const code = codeFor('html', { attributes: { topic: '"><script>alert(1)</script>' } });
    expect(code.match(/<script/g)).toHaveLength(1);
  });

  it.each(hosts.map(({ name }) => name))('say what to do with them: %s', (name) => {
    expect(th.hosts[name].steps.length).toBeGreaterThan(0);
    expect(en.hosts[name].steps).toHaveLength(th.hosts[name].steps.length);
    expect(codeFor(name)).toContain('faq-list');
  });
});
