import { describe, expect, it } from 'vitest';
import { safeLinkUrl, safeResourceUrl } from './safe-url';

describe('safeLinkUrl', () => {
  it.each([
    'https://www.dla.go.th/a?b=1#ค',
    'http://example.go.th',
    'mailto:km@example.go.th',
    'tel:+6620000000',
    'HTTPS://EXAMPLE.GO.TH',
  ])('lets %s pass', (url) => {
    expect(safeLinkUrl(url)).toBe(url);
  });

  it.each([
    'javascript:alert(1)',
    ' JaVaScRiPt:alert(1)',
    'java\nscript:alert(1)',
    'java\tscript:alert(1)',
    '\u0001javascript:alert(1)',
    'data:text/html,<script>alert(1)</script>',
    'vbscript:msgbox(1)',
    'file:///etc/passwd',
    'blob:https://example.go.th/1',
    'intent://example',
    '/relative',
    '//example.go.th',
    '#anchor',
    'https://',
    '',
    null,
    undefined,
    7,
    { href: 'https://example.go.th' },
  ])('refuses %j', (url) => {
    expect(safeLinkUrl(url)).toBeNull();
  });
});

describe('safeResourceUrl', () => {
  it.each(['/uploads/a.pdf', 'https://files.example.go.th/a.pdf', 'http://example.go.th/a'])(
    'lets %s pass',
    (url) => {
      expect(safeResourceUrl(url)).toBe(url);
    }
  );

  it.each([
    '//evil.example/a',
    '/\\evil.example',
    'mailto:a@example.go.th',
    'data:image/png,',
    'uploads/a',
    null,
  ])('refuses %j', (url) => {
    expect(safeResourceUrl(url)).toBeNull();
  });
});
