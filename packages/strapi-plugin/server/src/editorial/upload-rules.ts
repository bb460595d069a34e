import { fileKinds, kindsInWords, type FileKind } from './file-kinds';
import { cleanFileName, endingOf, namesProgram } from './file-name';
import { pixelsOf } from './picture-size';
import { quoted } from './refusal';

const megabyte = 1024 * 1024;
const heaviestPicture = 10 * megabyte;
/** A few kilobytes can hold a picture that takes minutes and gigabytes to make smaller copies of. */
const mostPixels = 64_000_000;

/** A file that may be kept, and how. */
export interface AcceptedFile {
  name: string;
  ending: string;
  kind: FileKind;
}

/** A file that may not, and what to do about it. */
export interface RefusedFile {
  refusal: string;
}

/** Old or risky kinds people do try, and what to send instead. */
const instead: Record<string, string> = {
  '.doc': 'บันทึกเป็น DOCX หรือ PDF แล้วอัปโหลดใหม่',
  '.xls': 'บันทึกเป็น XLSX หรือ PDF แล้วอัปโหลดใหม่',
  '.ppt': 'บันทึกเป็น PPTX หรือ PDF แล้วอัปโหลดใหม่',
  '.docm': 'บันทึกเป็น DOCX (ไม่มีแมโคร) แล้วอัปโหลดใหม่',
  '.xlsm': 'บันทึกเป็น XLSX (ไม่มีแมโคร) แล้วอัปโหลดใหม่',
  '.zip': 'แตกไฟล์แล้วอัปโหลดทีละไฟล์',
  '.rar': 'แตกไฟล์แล้วอัปโหลดทีละไฟล์',
  '.7z': 'แตกไฟล์แล้วอัปโหลดทีละไฟล์',
  '.gif': 'บันทึกภาพเป็น PNG แล้วอัปโหลดใหม่',
  '.bmp': 'บันทึกภาพเป็น PNG แล้วอัปโหลดใหม่',
  '.heic': 'บันทึกภาพเป็น JPG แล้วอัปโหลดใหม่',
  '.svg': 'บันทึกภาพเป็น PNG แล้วอัปโหลดใหม่',
};

/**
 * Decides whether an uploaded file may be kept: by its name, its weight and its bytes, for neither
 * the ending nor the browser's word says what a file is.
 *
 * @param heaviest - Most bytes the installation takes.
 */
export function judgeFile(
  name: string,
  bytes: Buffer,
  heaviest: number
): AcceptedFile | RefusedFile {
  const ending = endingOf(name);
  const called = quoted(name);
  const kind = Object.hasOwn(fileKinds, ending) ? fileKinds[ending] : undefined;
  if (!kind) {
    const advice = instead[ending] ?? `รับเฉพาะ ${kindsInWords}`;
    return { refusal: `ไฟล์ ${called} เป็นชนิดที่ไม่รับ ${advice}` };
  }
  if (namesProgram(name)) {
    return {
      refusal: `ชื่อไฟล์ ${called} มีนามสกุลของโปรแกรมหรือหน้าเว็บซ้อนอยู่ ตรวจว่าเป็นไฟล์ที่ตั้งใจ แล้วเปลี่ยนชื่อก่อนอัปโหลด`,
    };
  }
  if (bytes.length === 0) return { refusal: `ไฟล์ ${called} ว่างเปล่า เลือกไฟล์ใหม่` };
  const most = kind.isPicture ? Math.min(heaviestPicture, heaviest) : heaviest;
  if (bytes.length > most) return { refusal: tooHeavy(called, bytes.length, most, kind) };
  if (!kind.holds(bytes)) {
    return {
      refusal: `เนื้อในของไฟล์ ${called} ไม่ใช่ ${ending.slice(1).toUpperCase()} ที่ใช้ได้ เปิดไฟล์ตรวจดู แล้วบันทึกใหม่เป็นชนิดที่ถูกต้องโดยไม่มีแมโคร`,
    };
  }
  const pixels = kind.isPicture ? pixelsOf(bytes) : null;
  if (pixels !== null && pixels > mostPixels) {
    const [is, may] = [pixels, mostPixels].map((count) => Math.ceil(count / 1_000_000));
    return {
      refusal: `ภาพ ${called} มี ${is} ล้านพิกเซล เกินกำหนด ${may} ล้านพิกเซล ย่อภาพแล้วอัปโหลดใหม่`,
    };
  }
  return { name: cleanFileName(name, ending), ending, kind };
}

function tooHeavy(called: string, size: number, most: number, { isPicture }: FileKind): string {
  const [is, may] = [size, most].map((bytes) => (bytes / megabyte).toFixed(1).replace(/\.0$/, ''));
  const advice = isPicture ? 'ย่อภาพ' : 'ย่อภาพในไฟล์หรือแบ่งเป็นหลายไฟล์';
  return `ไฟล์ ${called} ใหญ่ ${is} MB เกินกำหนด ${may} MB ${advice}แล้วอัปโหลดใหม่`;
}
