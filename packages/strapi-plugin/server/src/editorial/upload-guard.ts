import { readFile, stat } from 'node:fs/promises';
import type { Core } from '@strapi/types';
import { errors } from '@strapi/utils';
import { countPages, forgetPages, keepPages } from './file-facts';
import { cleanFileName, endingOf } from './file-name';
import { refuseUsedFiles } from './media-use';
import { quoted } from './refusal';
import { judgeFile, type AcceptedFile } from './upload-rules';

/** A file as the body parser leaves it; the upload plugin calls it `InputFile`. */
interface InputFile {
  filepath: string;
  originalFilename: string | null;
  size: number;
  detectedMimeType?: string;
}

interface StoredFile {
  id: number;
  name: string;
  hash: string;
  ext: string;
  folderPath: string;
}

type FileInfo = { name?: string | null } & Record<string, unknown>;

interface UploadService {
  upload(
    input: { data: { fileInfo?: FileInfo | FileInfo[] }; files: InputFile | InputFile[] },
    options?: unknown
  ): Promise<StoredFile[]>;
  replace(
    id: number | string,
    input: { data: { fileInfo?: FileInfo }; file: InputFile },
    options?: unknown
  ): Promise<StoredFile>;
  updateFileInfo(id: number | string, info: FileInfo, options?: unknown): Promise<StoredFile>;
  findOne(id: number | string): Promise<StoredFile | null>;
  remove(file: StoredFile): Promise<unknown>;
}

interface DeletingService {
  deleteByIds(ids?: (number | string)[]): Promise<unknown>;
}

const uploadedFile = 'plugin::upload.file';
const folder = 'plugin::upload.folder';

/** No file that is refused for its weight is ever read; above this nothing could be kept anyway. */
const defaultLimit = 50 * 1024 * 1024;

/**
 * Stands around the services of the media library, through which the admin panel, the REST API and
 * code upload, replace, rename and delete.
 */
export function guardMediaLibrary(strapi: Core.Strapi): void {
  const services = strapi.get('services');
  services.extend('plugin::upload.upload', (service: UploadService) => ({
    ...service,
    ...guardedUpload(strapi, service),
  }));
  services.extend('plugin::upload.file', (service: DeletingService) => ({
    ...service,
    async deleteByIds(ids: (number | string)[] = []) {
      // All or none: Strapi deletes one after the other and would stop half-way.
      await refuseUsedFiles(strapi, await filesOf(strapi, { id: { $in: ids } }));
      return service.deleteByIds(ids);
    },
  }));
  services.extend('plugin::upload.folder', (service: DeletingService) => ({
    ...service,
    async deleteByIds(ids: (number | string)[] = []) {
      await refuseUsedFiles(strapi, await filesInFolders(strapi, ids));
      return service.deleteByIds(ids);
    },
  }));
}

function guardedUpload(strapi: Core.Strapi, service: UploadService): Partial<UploadService> {
  return {
    async upload({ data, files }, options) {
      const all = Array.isArray(files) ? files : [files];
      const infos = Array.isArray(data?.fileInfo) ? data.fileInfo : [data?.fileInfo];
      // Every file is judged before the first is kept.
      const accepted: AcceptedFile[] = [];
      for (const file of all) accepted.push(await accept(strapi, file));
      const fileInfo = all.map((file, place) => renamed(infos[place], file, accepted[place]));
      const pages = await Promise.all(
        all.map(({ filepath }, place) => pagesOf(filepath, accepted[place]))
      );
      const stored = await service.upload(
        { data: { ...data, fileInfo: fileInfo.length > 1 ? fileInfo : fileInfo[0] }, files: all },
        options
      );
      for (const [place, { hash }] of stored.entries()) {
        await keepPages(strapi, hash, pages[place] ?? null);
      }
      return stored;
    },
    async replace(id, { data, file }, options) {
      const old = await service.findOne(id);
      const accepted = await accept(strapi, file);
      if (old && old.ext.toLowerCase() !== accepted.ending) {
        // The address keeps its ending, so other bytes behind it would be opened as what they are not.
        throw new errors.ApplicationError(
          `แทนที่ไฟล์ได้เฉพาะชนิดเดียวกัน (${old.ext.slice(1).toUpperCase()}) ไฟล์ชนิดอื่นให้อัปโหลดเป็นไฟล์ใหม่`
        );
      }
      const pages = await pagesOf(file.filepath, accepted);
      const fileInfo = renamed(data?.fileInfo, file, accepted);
      const stored = await service.replace(id, { data: { ...data, fileInfo }, file }, options);
      await keepPages(strapi, stored.hash, pages);
      return stored;
    },
    async updateFileInfo(id, info, options) {
      if (!info?.name) return service.updateFileInfo(id, info, options);
      const stored = await service.findOne(id);
      const name = cleanFileName(info.name, stored?.ext?.toLowerCase() ?? endingOf(info.name));
      return service.updateFileInfo(id, { ...info, name }, options);
    },
    async remove(file) {
      await refuseUsedFiles(strapi, [file]);
      const removed = await service.remove(file);
      await forgetPages(strapi, file.hash);
      return removed;
    },
  };
}

/** Judges one file and makes the upload plugin keep it under a clean name as what it is. */
async function accept(strapi: Core.Strapi, file: InputFile): Promise<AcceptedFile> {
  const limit = strapi.config.get<number>('plugin::upload.sizeLimit', defaultLimit);
  const { size } = await stat(file.filepath);
  const name = file.originalFilename ?? '';
  if (size > Math.max(limit, defaultLimit)) {
    throw new errors.ApplicationError(
      `ไฟล์ ${quoted(name)} ใหญ่เกินกำหนด ย่อภาพในไฟล์หรือแบ่งเป็นหลายไฟล์แล้วอัปโหลดใหม่`
    );
  }
  const judged = judgeFile(name, await readFile(file.filepath), limit);
  if ('refusal' in judged) throw new errors.ApplicationError(judged.refusal);
  file.originalFilename = judged.name;
  file.detectedMimeType = judged.kind.mime;
  return judged;
}

function renamed(
  info: FileInfo | undefined,
  file: InputFile,
  accepted: AcceptedFile | undefined
): FileInfo {
  const ending = accepted?.ending ?? '';
  return { ...info, name: cleanFileName(info?.name || (file.originalFilename ?? ''), ending) };
}

async function pagesOf(
  filepath: string,
  accepted: AcceptedFile | undefined
): Promise<number | null> {
  return accepted?.ending === '.pdf' ? countPages(await readFile(filepath)) : null;
}

async function filesOf(strapi: Core.Strapi, where: object): Promise<StoredFile[]> {
  return strapi.db.query(uploadedFile).findMany({ where }) as Promise<StoredFile[]>;
}

async function filesInFolders(
  strapi: Core.Strapi,
  ids: (number | string)[]
): Promise<StoredFile[]> {
  const folders = (await strapi.db.query(folder).findMany({
    select: ['path'],
    where: { id: { $in: ids } },
  })) as { path: string }[];
  if (folders.length === 0) return [];
  return filesOf(strapi, {
    $or: folders.flatMap(({ path }) => [
      { folderPath: path },
      { folderPath: { $startsWith: `${path}/` } },
    ]),
  });
}
