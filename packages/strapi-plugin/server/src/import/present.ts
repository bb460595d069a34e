import { formatThaiDateTime } from '@km-laas/thai';
import type { ImportJob } from './admin-api';
import type { JobRow } from './job-table';

/** Why something cannot be done with an import, for the person who asked. */
export class ImportProblem extends Error {
  override readonly name = 'ImportProblem';

  /** @param message in Thai */
  constructor(
    readonly status: 400 | 404 | 409 | 413 | 415,
    message: string
  ) {
    super(message);
  }
}

/** A job as the admin page and the command line see it. */
export function present(job: JobRow, lastShownId: string | null): ImportJob {
  const { rowsRead: read, rowsGood: good, rowsBad: bad } = job;
  return {
    id: job.id,
    dataSet: job.dataSet,
    state: job.state,
    options: job.options,
    fileName: job.fileName,
    fileBytes: job.fileBytes,
    fileHash: job.fileHash,
    createdBy: job.createdBy,
    createdAt: job.createdAt,
    finishedAt: job.finishedAt,
    progress: job.progress,
    rows: { read, good, bad },
    canCancel: ['uploading', 'checking', 'checked', 'committing'].includes(job.state),
    canRollBack: job.id === lastShownId,
    failure: job.failure,
    summary: job.summary,
  };
}

/** A hundredth part matters here: 0.9 % may be left out, 1.1 % may not. */
export function percent(share: number): string {
  return `${(100 * share).toLocaleString('en', { maximumFractionDigits: 2 })}%`;
}

/** Says what stands in the way. */
export function occupied(active: JobRow | null): string {
  if (!active) return 'มีการนำเข้าข้อมูลชุดนี้อยู่ ลองใหม่อีกครั้ง';
  const { createdBy, createdAt, fileName } = active;
  return `มีการนำเข้าข้อมูลชุดนี้ค้างอยู่: ${fileName} โดย ${createdBy} เมื่อ ${formatThaiDateTime(createdAt)} ให้ยืนยันหรือยกเลิกก่อน`;
}

export function tooBig(maxBytes: number): string {
  return `ไฟล์ใหญ่เกินกำหนด (ไม่เกิน ${Math.floor(maxBytes / 1024 ** 2).toLocaleString('en')} MB)`;
}

/** What a file is by its first bytes; its name may say anything. */
export function kindOf(beginning: Buffer): 'csv' | 'xlsx' {
  if (beginning.length === 0) throw new ImportProblem(400, 'ไฟล์นี้ว่างเปล่า');
  if (beginning.subarray(0, 4).equals(Buffer.from('PK\u0003\u0004'))) return 'xlsx';
  if (beginning.subarray(0, 4).equals(Buffer.from([0xd0, 0xcf, 0x11, 0xe0]))) {
    throw new ImportProblem(
      415,
      'ไฟล์นี้เป็น Excel รุ่นเก่า (.xls) หรือตั้งรหัสผ่านไว้ ให้บันทึกเป็น .xlsx ที่ไม่มีรหัสผ่าน หรือ CSV UTF-8'
    );
  }
  const isUtf16 = beginning[0] === 0xff && beginning[1] === 0xfe;
  if (beginning.includes(0) && !isUtf16) {
    throw new ImportProblem(415, 'ไฟล์นี้ไม่ใช่ CSV หรือ XLSX');
  }
  return 'csv';
}
