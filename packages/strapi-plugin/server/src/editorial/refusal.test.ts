import { describe, expect, it } from 'vitest';
import { quoted, refusalOf, refuse } from './refusal';

describe('refusalOf', () => {
  it('gives the form one sentence a field, and the notice all of them', () => {
    const refusal = refusalOf([
      { path: ['title'], message: 'ใส่ชื่อ' },
      { path: ['items', 0, 'description'], message: 'ใส่รายละเอียด' },
    ]);
    expect(refusal.message).toBe('ใส่ชื่อ\nใส่รายละเอียด');
    expect(refusal).toMatchObject({
      details: {
        errors: [
          { path: ['title'], message: 'ใส่ชื่อ' },
          { path: ['items', '0', 'description'], message: 'ใส่รายละเอียด' },
        ],
      },
    });
  });
});

describe('refuse', () => {
  it('lets what has no fault pass', () => {
    expect(() => refuse([])).not.toThrow();
  });
});

describe('quoted', () => {
  it('leaves out what the admin panel would take for its message format', () => {
    expect(quoted("<b>{count, plural}</b> d'eau")).toBe('“bcount, plural/b deau”');
  });

  it('leaves out what would turn the sentence around', () => {
    expect(quoted('x\u202Efdp.exe')).toBe('“xfdp.exe”');
  });

  it('cuts a long title and names a missing one', () => {
    expect(quoted('ก'.repeat(100))).toBe(`“${'ก'.repeat(79)}…”`);
    expect(quoted(null)).toBe('“ไม่มีชื่อ”');
  });
});
