import { describe, expect, it } from 'vitest';
import { entrySearchKey } from './entry-text';

const words = (text: string) => [{ type: 'paragraph', children: [{ type: 'text', text }] }];

describe('entrySearchKey', () => {
  it('holds a letter’s number with its spaces and without', () => {
    const key = entrySearchKey('law', {
      title: 'การใช้งานระบบ',
      citation: 'ที่ มท ๐๘๐๘.๔/ว ๕๙๑๒',
      date: '2018-10-17',
      issuer: 'กรมส่งเสริมการปกครองท้องถิ่น',
    });
    expect(key).toContain('มท 0808.4/ว 5912');
    expect(key).toContain('มท0808.4/ว5912');
  });

  it('holds the messages an officer copies from the screen', () => {
    const key = entrySearchKey('faq', {
      question: 'เข้าระบบไม่ได้',
      errorMessages: 'ไม่พบปีงบประมาณ\nERROR 500',
      answer: words('แจ้งผู้ดูแลระบบ'),
    });
    expect(key).toContain('ไม่พบปีงบประมาณ');
    expect(key).toContain('error 500');
    expect(key).toContain('แจ้งผู้ดูแลระบบ');
  });

  it('folds spellings that look alike', () => {
    const composed = entrySearchKey('form', { title: 'แบบน\u0E4D\u0E32ส่งเงิน' });
    expect(composed).toBe(entrySearchKey('form', { title: 'เเบบนำส่งเงิน' }));
  });

  it('holds the items of an update and the earlier names of a menu', () => {
    const items = [{ description: 'เพิ่มรายงาน', roles: 'เจ้าหน้าที่บัญชี' }];
    expect(entrySearchKey('update', { title: 'ปรับปรุง', items })).toContain('เพิ่มรายงาน');
    expect(entrySearchKey('topic', { titleTh: 'โอนงบ', earlierNames: 'โอนเงิน' })).toContain(
      'โอนเงิน'
    );
  });

  it('survives an empty draft', () => {
    expect(entrySearchKey('manual', { title: null, body: null })).toBe('');
  });
});
