import { describe, expect, it } from 'vitest';
import { keepWordsTogether } from './typography.js';

const together = (word: string) => `<span class="together">${word}</span>`;

describe('keepWordsTogether', () => {
  it('keeps the system’s name whole in every text', () => {
    expect(keepWordsTogether('<p>ระบบ e-LAAS ใช้</p>')).toBe(`<p>ระบบ ${together('e-LAAS')} ใช้</p>`);
  });

  it('keeps words of the glossary whole, in headings, links and text', () => {
    expect(keepWordsTogether('<h2>ผู้อำนวยการกองคลัง</h2><p>กองคลัง</p>')).toBe(
      `<h2>ผู้อำนวยการ${together('กองคลัง')}</h2><p>${together('กองคลัง')}</p>`
    );
    expect(keepWordsTogether('<h3><a href="/x">ส่วนท้องถิ่น</a></h3>')).toBe(
      `<h3><a href="/x">${together('ส่วนท้องถิ่น')}</a></h3>`
    );
  });

  it('leaves attributes, comments, code and titles alone', () => {
    const markup =
      '<a title="e-LAAS" href="/e-LAAS"><br><!-- e-LAAS --><code>e-LAAS</code></a><title>e-LAAS</title>';
    expect(keepWordsTogether(markup)).toBe(markup);
  });

  it('goes on after elements that have no end', () => {
    expect(keepWordsTogether('<p>ก<br />ข<input>e-LAAS</p>')).toBe(
      `<p>ก<br />ข<input>${together('e-LAAS')}</p>`
    );
  });

  it('changes no word a reader or a search engine sees', () => {
    const text = 'การปรับปรุงเว็บไซต์ e-LAAS ขององค์กรปกครองส่วนท้องถิ่น';
    expect(keepWordsTogether(`<h1>${text}</h1>`).replace(/<[^>]*>/g, '')).toBe(text);
  });
});
