import type { FileRef, ImageRef } from '@km-laas/contract';
import { safeResourceUrl } from './safe-url';

/** Attributes of an uploaded file that readers may know of, and its hash to find its pages by. */
export const uploadedFile = {
  select: ['id', 'name', 'url', 'mime', 'ext', 'size', 'hash'],
};

/** Attributes of an uploaded picture that readers may know of. */
export const uploadedPicture = { select: ['id', 'url', 'alternativeText', 'width', 'height'] };

/** A file as the media library keeps it. */
export interface UploadedFile {
  name: string;
  url: string;
  mime: string | null;
  ext: string | null;
  /** Thousands of bytes, with decimals: Strapi's `kilobytes`. */
  size: number | string | null;
  hash: string;
}

export interface UploadedPicture {
  url: string;
  alternativeText: string | null;
  width: number | null;
  height: number | null;
}

/** Pages of PDF files by the hash Strapi gives a file. */
export type PageCounts = ReadonlyMap<string, number>;

const kindsByMime: Record<string, string> = {
  'application/pdf': 'PDF',
  'application/msword': 'DOC',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': 'DOCX',
  'application/vnd.ms-excel': 'XLS',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': 'XLSX',
  'application/vnd.ms-powerpoint': 'PPT',
  'application/vnd.openxmlformats-officedocument.presentationml.presentation': 'PPTX',
  'application/zip': 'ZIP',
  'text/csv': 'CSV',
  'text/plain': 'TXT',
  'image/jpeg': 'JPG',
  'image/png': 'PNG',
};

/** A file as readers are offered it; null where there is none or its address is unsafe. */
export function adaptFile(
  file: UploadedFile | null | undefined,
  pages: PageCounts
): FileRef | null {
  const url = safeResourceUrl(file?.url);
  if (!file || url === null) return null;
  return {
    name: file.name,
    url,
    mime: file.mime || 'application/octet-stream',
    kind: kindOf(file),
    sizeBytes: Math.max(0, Math.round(Number(file.size ?? 0) * 1000)) || 0,
    pages: pages.get(file.hash) ?? null,
  };
}

/** The files of an item, in the editor's order. */
export function adaptFiles(
  files: readonly UploadedFile[] | null | undefined,
  pages: PageCounts
): FileRef[] {
  return (files ?? []).flatMap((file) => adaptFile(file, pages) ?? []);
}

/** A picture as readers see it; null where there is none or its address is unsafe. */
export function adaptPicture(picture: UploadedPicture | null | undefined): ImageRef | null {
  const url = safeResourceUrl(picture?.url);
  if (!picture || url === null) return null;
  return {
    url,
    alt: picture.alternativeText ?? '',
    width: positive(picture.width),
    height: positive(picture.height),
  };
}

function kindOf({ mime, ext }: UploadedFile): string {
  const byName = ext?.replace(/^\./, '').toUpperCase();
  return (mime && kindsByMime[mime]) || byName || 'FILE';
}

function positive(value: number | null): number | null {
  return value && Number.isInteger(value) && value > 0 ? value : null;
}
