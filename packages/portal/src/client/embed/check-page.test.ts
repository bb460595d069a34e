import { describe, expect, it } from 'vitest';
import { checkPage, type PageFacts } from './check-page.js';
import { translations } from './translations/index.js';

const bank = { origin: 'https://km.example.go.th', tags: ['km-faq-list', 'km-law-library'] };
const sound: PageFacts = {
  address: 'https://village.example/',
  scripts: [{ src: 'https://km.example.go.th/widgets/v1/km.js', type: 'module' }],
  tags: [{ name: 'km-faq-list', attributes: { limit: '5' } }],
  frames: [],
  policies: [],
  charset: 'utf-8',
  isMisdeclared: false,
  showsCode: false,
};
const check = (more: Partial<PageFacts>) =>
  checkPage({ ...sound, ...more }, bank, translations.th.findings);

describe('a page that shows the knowledge bank', () => {
  it.each<[string, Partial<PageFacts>]>([
    ['a script and a tag', {}],
    [
      'a frame alone',
      { scripts: [], tags: [], frames: ['https://km.example.go.th/embed/faq-list'] },
    ],
    ['Thai in its old encoding', { charset: 'tis-620' }],
    [
      'a policy that names it',
      {
        policies: [
          "default-src 'self'; script-src https://km.example.go.th; connect-src https:; img-src *.example.go.th",
        ],
      },
    ],
    ['a policy about other things', { policies: ["frame-ancestors 'self'; object-src 'none'"] }],
  ])('is sound with %s', (_name, more) => {
    expect(check(more)).toEqual([]);
  });

  it.each<[string, Partial<PageFacts>, RegExp]>([
    ['no tag', { tags: [] }, /ไม่พบแท็ก/],
    ['its tag as text', { tags: [], showsCode: true }, /แสดงเป็นข้อความ/],
    ['a tag nobody knows', { tags: [{ name: 'km-faqs', attributes: {} }] }, /ไม่มีแท็กชื่อ <km-faqs>/],
    [
      'a code that is none',
      { tags: [{ name: 'km-faq-list', attributes: { authority: '๐๓๔๗' } }] },
      /ไม่ใช่เลข 8 หลัก/,
    ],
    ['no script', { scripts: [] }, /ไม่มีบรรทัด script/],
    [
      'a script that is no module',
      { scripts: [{ src: 'https://km.example.go.th/widgets/v1/km.js', type: '' }] },
      /type="module"/,
    ],
    [
      'a script by http',
      { scripts: [{ src: 'http://km.example.go.th/widgets/v1/km.js', type: 'module' }] },
      /เรียก script ด้วย http/,
    ],
    [
      'an old release',
      { scripts: [{ src: 'https://km.example.go.th/widgets/0.1.0/km.js', type: 'module' }] },
      /เรียกรุ่น 0\.1\.0/,
    ],
    ['no encoding', { charset: null }, /ไม่ประกาศรหัสอักขระ/],
    ['a foreign encoding', { charset: 'iso-8859-1' }, /iso-8859-1/],
    ['an encoding its bytes are not in', { isMisdeclared: true }, /ประกาศรหัสอักขระ utf-8 แต่/],
    [
      'a frame by http',
      { scripts: [], tags: [], frames: ['http://km.example.go.th/embed/faq-list'] },
      /เรียก iframe ด้วย http/,
    ],
  ])('is told of %s', (_name, more, told) => {
    const findings = check(more);
    expect(findings).toHaveLength(1);
    expect(findings[0]?.what).toMatch(told);
    expect(findings[0]?.mend).not.toBe('');
  });

  it('is told which header lets the knowledge bank in', () => {
    const [finding] = check({ policies: ["default-src 'self'; script-src 'self' 'nonce-abc'"] });
    expect(finding?.what).toContain('script-src, connect-src, img-src');
    expect(finding?.code).toBe(
      "Content-Security-Policy: default-src 'self'; script-src 'self' 'nonce-abc' https://km.example.go.th; connect-src 'self' https://km.example.go.th; img-src 'self' https://km.example.go.th"
    );
    expect(check({ policies: [(finding?.code ?? '').replace(/^[^:]+: /, '')] })).toEqual([]);
  });

  it('is told what frames and Trusted Types need', () => {
    const frames = ['https://km.example.go.th/embed/faq-list'];
    const [frame] = check({ scripts: [], tags: [], frames, policies: ["frame-src 'none'"] });
    expect(frame?.code).toBe('Content-Security-Policy: frame-src https://km.example.go.th');
    const [types] = check({ policies: ['trusted-types default'] });
    expect(types?.code).toBe('trusted-types default lit-html km-html');
  });
});
