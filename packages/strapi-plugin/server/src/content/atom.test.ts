import { describe, expect, it } from 'vitest';
import { writeFeed } from './atom';

const entry = {
  id: 'abc123',
  title: 'ปิดปรับปรุง <ระบบ> & "อื่น ๆ"',
  sample: false,
  summary: 'ข้อความ\u0000\u0008\uD800 ต่อ',
  published: '2026-11-20T00:00:00+07:00',
  updated: '2026-11-21T03:04:05.000Z',
};

describe('writeFeed', () => {
  const feed = writeFeed({
    origin: 'https://km.example.go.th',
    name: 'news',
    title: 'ข่าว',
    entries: [entry, { ...entry, id: 'def456', updated: '2026-11-01T00:00:00.000Z' }],
  });

  it('begins as XML and is an Atom feed', () => {
    expect(feed.startsWith('<?xml version="1.0" encoding="utf-8"?>\n<feed ')).toBe(true);
    expect(feed).toContain('xmlns="http://www.w3.org/2005/Atom"');
  });

  it('escapes text and drops what XML cannot hold', () => {
    expect(feed).toContain('<title>ปิดปรับปรุง &lt;ระบบ&gt; &amp; &quot;อื่น ๆ&quot;</title>');
    expect(feed).toContain('<summary>ข้อความ ต่อ</summary>');
  });

  it('leads to absolute addresses of the portal and of itself', () => {
    expect(feed).toContain('href="https://km.example.go.th/news/abc123"');
    expect(feed).toContain(
      'rel="self" type="application/atom+xml" href="https://km.example.go.th/api/km/v1/news.atom"'
    );
  });

  it('identifies feed and entries by something no move changes', () => {
    expect(feed.match(/<id>[^<]*<\/id>/g)).toEqual([
      '<id>urn:km-elaas:feed:news</id>',
      '<id>urn:km-elaas:news:abc123</id>',
      '<id>urn:km-elaas:news:def456</id>',
    ]);
  });

  it('stamps the feed with its newest change, in UTC', () => {
    expect(feed.match(/<updated>[^<]*<\/updated>/g)?.[0]).toBe(
      '<updated>2026-11-21T03:04:05.000Z</updated>'
    );
    expect(feed).toContain('<published>2026-11-19T17:00:00.000Z</published>');
  });

  it('is a feed even when it is empty', () => {
    const empty = writeFeed({ origin: '', name: 'updates', title: 'ว่าง', entries: [] });
    expect(empty).not.toContain('<entry>');
    expect(empty).toContain('<updated>1970-01-01T00:00:00.000Z</updated>');
  });
});
