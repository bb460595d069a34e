import { fileRef, imageRef } from '@km-laas/contract';
import { describe, expect, it } from 'vitest';
import { adaptFile, adaptFiles, adaptPicture, type UploadedFile } from './files';

const pdf: UploadedFile = {
  name: 'คู่มือ.pdf',
  url: '/uploads/manual_1.pdf',
  mime: 'application/pdf',
  ext: '.pdf',
  size: 123.46,
  hash: 'manual_1',
};
const counted = new Map([['manual_1', 12]]);

describe('adaptFile', () => {
  it('tells kind, bytes and pages', () => {
    const file = adaptFile(pdf, counted);
    expect(file).toEqual({
      name: 'คู่มือ.pdf',
      url: '/uploads/manual_1.pdf',
      mime: 'application/pdf',
      kind: 'PDF',
      sizeBytes: 123460,
      pages: 12,
    });
    expect(fileRef.safeParse(file).success).toBe(true);
  });

  it('knows Office files by their type and the rest by their name', () => {
    const kindOf = (mime: string | null, ext: string | null) =>
      adaptFile({ ...pdf, mime, ext }, counted)?.kind;
    expect(
      kindOf('application/vnd.openxmlformats-officedocument.wordprocessingml.document', null)
    ).toBe('DOCX');
    expect(kindOf('application/octet-stream', '.odt')).toBe('ODT');
    expect(kindOf(null, null)).toBe('FILE');
  });

  it('says nothing of pages nobody counted', () => {
    expect(adaptFile(pdf, new Map())?.pages).toBeNull();
  });

  it('reads a size that a database gives as text, and takes a missing one for nothing', () => {
    expect(adaptFile({ ...pdf, size: '1.5' }, counted)?.sizeBytes).toBe(1500);
    expect(adaptFile({ ...pdf, size: null }, counted)?.sizeBytes).toBe(0);
  });

  it('offers no file that is missing or at an unsafe address', () => {
    expect(adaptFile(null, counted)).toBeNull();
    expect(adaptFiles([{ ...pdf, url: 'javascript:alert(1)' }, pdf], counted)).toHaveLength(1);
    expect(adaptFiles(null, counted)).toEqual([]);
  });
});

describe('adaptPicture', () => {
  it('tells what stands for the picture and its size', () => {
    const picture = { url: '/uploads/a.png', alternativeText: null, width: 640, height: 0 };
    const adapted = adaptPicture(picture);
    expect(adapted).toEqual({ url: '/uploads/a.png', alt: '', width: 640, height: null });
    expect(imageRef.safeParse(adapted).success).toBe(true);
    expect(adaptPicture(null)).toBeNull();
  });
});
