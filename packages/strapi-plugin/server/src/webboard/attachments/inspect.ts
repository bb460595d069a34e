import sharp from 'sharp';
import { ProblemError } from '../../platform/problem';

/** A file that may be kept, as it will be served. */
export interface InspectedFile {
  bytes: Buffer;
  mime: 'image/webp' | 'application/pdf';
  width: number | null;
  height: number | null;
}

/** A few kilobytes can hold a picture that takes gigabytes to open. */
const mostPixels = 40_000_000;
/** Wide enough for a screenshot, and for its print. */
const longestSide = 2400;
const slowest = 15;

/** What a PDF may not hold: what runs, opens other things, or carries files. */
const risky = /\/(?:JavaScript|JS|Launch|EmbeddedFiles?|RichMedia|XFA|SubmitForm|ImportData)\b/;
/** Beginnings of other kinds, which a program that looks for them anywhere would find. */
// eslint-disable-next-line no-control-regex
const otherKinds = /<(?:script|html|svg|body|iframe|\?php)|PK\x03\x04|\x7FELF|^MZ/i;

/**
 * Looks at what a file is, not at what it is called, and answers it as it may be served: pictures
 * are drawn anew, so that nothing is left of where and by whom they were taken, nor of anything that
 * hid behind them.
 *
 * @throws {ProblemError} 400 or 415 that says what is wrong with it.
 */
export async function inspectFile(bytes: Buffer): Promise<InspectedFile> {
  if (bytes.subarray(0, 5).toString('latin1') === '%PDF-') return inspectPdf(bytes);
  if (isPicture(bytes)) return redraw(bytes);
  throw new ProblemError(415, {
    th: 'รับเฉพาะไฟล์ภาพ PNG, JPG, WebP และ PDF (ตรวจจากเนื้อไฟล์ ไม่ใช่ชื่อไฟล์)',
    en: 'Only PNG, JPEG and WebP pictures and PDF files are taken, by what is in them.',
  });
}

// eslint-disable-next-line no-control-regex
const hidden = /<script|<html|PK\x03\x04/i;

function isPicture(bytes: Buffer): boolean {
  const start = bytes.subarray(0, 12).toString('latin1');
  return (
    start.startsWith('\x89PNG\r\n\x1A\n') ||
    start.startsWith('\xFF\xD8\xFF') ||
    (start.startsWith('RIFF') && start.endsWith('WEBP'))
  );
}

async function redraw(bytes: Buffer): Promise<InspectedFile> {
  try {
    const picture = sharp(bytes, {
      limitInputPixels: mostPixels,
      failOn: 'error',
      animated: false,
      sequentialRead: true,
    }).timeout({ seconds: slowest });
    const { data, info } = await picture
      // As the camera was held, before what says so is gone.
      .rotate()
      .resize({ width: longestSide, height: longestSide, fit: 'inside', withoutEnlargement: true })
      .webp({ quality: 82 })
      .toBuffer({ resolveWithObject: true });
    return { bytes: data, mime: 'image/webp', width: info.width, height: info.height };
  } catch {
    throw new ProblemError(400, {
      th: 'เปิดไฟล์ภาพไม่ได้ หรือภาพใหญ่เกิน 40 ล้านพิกเซล โปรดบันทึกภาพใหม่ให้เล็กลงแล้วแนบอีกครั้ง',
      en: 'The picture cannot be opened, or has more than 40 million pixels. Save it anew and smaller.',
    });
  }
}

function inspectPdf(bytes: Buffer): InspectedFile {
  const text = bytes.toString('latin1');
  const end = text.lastIndexOf('%%EOF');
  const isWhole = end > 0 && /^\s*$/.test(text.slice(end + 5)) && text.includes('startxref');
  if (!isWhole || otherKinds.test(text.slice(0, 1024)) || hidden.test(text)) {
    throw new ProblemError(400, {
      th: 'ไฟล์ PDF ไม่สมบูรณ์หรือมีไฟล์ชนิดอื่นปนอยู่ โปรดบันทึกเป็น PDF ใหม่แล้วแนบอีกครั้ง',
      en: 'The PDF is not whole, or another file is hidden in it. Save it as PDF anew.',
    });
  }
  if (risky.test(text) || /\/Encrypt\b/.test(text)) {
    throw new ProblemError(400, {
      th: 'ไฟล์ PDF มีสคริปต์ ไฟล์ฝัง แบบฟอร์มที่ส่งข้อมูลได้ หรือรหัสผ่าน โปรดพิมพ์เป็น PDF ใหม่แล้วแนบอีกครั้ง',
      en: 'The PDF has scripts, files within it, forms that send data or a password. Print it as PDF anew.',
    });
  }
  return { bytes, mime: 'application/pdf', width: null, height: null };
}
