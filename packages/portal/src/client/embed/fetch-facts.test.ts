import { describe, expect, it } from 'vitest';
import { addressOf } from './fetch-facts.js';

describe('addressOf', () => {
  it.each([
    ['https://www.example.go.th/services?id=5', 'https://www.example.go.th/services?id=5'],
    [' www.example.go.th ', 'https://www.example.go.th/'],
    ['http://www.example.go.th', 'http://www.example.go.th/'],
    ['localhost:4400/page', 'https://localhost:4400/page'],
    ['เทศบาล.ไทย', 'https://xn--o3cg7ak5c9d.xn--o3cw4h/'],
  ])('reads %s', (typed, address) => expect(addressOf(typed)).toBe(address));

  it.each(['', '  ', 'เทศบาล ของเรา', 'javascript:alert(1)', 'file:///etc/passwd', 'https://'])(
    'takes %j for no address',
    (typed) => expect(addressOf(typed)).toBeNull()
  );
});
