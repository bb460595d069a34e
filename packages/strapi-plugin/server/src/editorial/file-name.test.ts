import { describe, expect, it } from 'vitest';
import { cleanFileName, endingOf, namesProgram } from './file-name';

describe('cleanFileName', () => {
  it('leaves a Thai name with a version number as it is', () => {
    expect(cleanFileName('คู่มือ ฉบับ 2.1.pdf', '.pdf')).toBe('คู่มือ ฉบับ 2.1.pdf');
  });

  it('keeps one ending, in lower case', () => {
    expect(cleanFileName('หนังสือ.docx.PDF', '.pdf')).toBe('หนังสือ.pdf');
    expect(cleanFileName('evil.html', '.pdf')).toBe('evil.pdf');
  });

  it('takes no path and no hidden character along', () => {
    expect(cleanFileName('..\\..\\etc/passwd.pdf', '.pdf')).toBe('passwd.pdf');
    expect(cleanFileName('ใบ\u202Eสำคัญ\u200B.pdf', '.pdf')).toBe('ใบสำคัญ.pdf');
    expect(cleanFileName('a<b>:c?.pdf', '.pdf')).toBe('a-b-c-.pdf');
  });

  it('names what has no name left', () => {
    expect(cleanFileName('....pdf', '.pdf')).toBe('ไฟล์.pdf');
  });

  it('shortens a name no disk would take', () => {
    expect([...cleanFileName(`${'ก'.repeat(300)}.pdf`, '.pdf')]).toHaveLength(124);
  });
});

describe('namesProgram', () => {
  it('finds the ending of a program wherever it stands', () => {
    for (const name of ['a.php.pdf', 'a.pdf.exe', 'a.svg', 'a.HTML.docx', 'a.p\u200Bhp.pdf']) {
      expect(namesProgram(name)).toBe(true);
    }
  });

  it('leaves ordinary names alone', () => {
    for (const name of ['ฉบับ 2.1.pdf', 'ว.5912.pdf', 'แบบ บช.01.docx', 'phpbook.pdf']) {
      expect(namesProgram(name)).toBe(false);
    }
  });
});

describe('endingOf', () => {
  it('sees through a character that turns the name around', () => {
    expect(endingOf('x\u202Efdp.exe')).toBe('.exe');
  });
});
