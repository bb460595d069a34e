import { randomUUID } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import type { Core } from '@strapi/strapi';

import type { Drawing } from './drawing';
import { FOLDERS, type DrawnFile, type Folder, type SampleFile } from './sample-files';

const FILE = 'plugin::upload.file';
const FOLDER = 'plugin::upload.folder';
const MIME: Record<string, string> = {
  pdf: 'application/pdf',
  png: 'image/png',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
};

/** A file as the media library keeps it. */
export interface StoredFile {
  id: number;
  /** Pages of a document that was made in this run. */
  pages?: number;
}

/** Files on their way into the library at a time: each waits for the disk and for its small pictures. */
const atOnce = 4;

/** Puts sample files into the media library, each in its folder. */
export async function storeFiles(
  strapi: Core.Strapi,
  files: readonly SampleFile[],
  drawing: Drawing,
  onStored: (done: number) => void
): Promise<Map<string, StoredFile>> {
  const folders = await ensureFolders(strapi);
  const stored = new Map<string, StoredFile>();
  const directory = await mkdtemp(join(tmpdir(), 'km-samples-'));
  try {
    const waiting = files.values();
    const work = async () => {
      for (const file of waiting) {
        const folder = folders.get(file.folder)!;
        const drawn = await drawing.take(file.key);
        stored.set(file.key, await storeFile(strapi, file, drawn, folder, directory));
        onStored(stored.size);
      }
    };
    await Promise.all(Array.from({ length: atOnce }, work));
  } finally {
    await rm(directory, { recursive: true, force: true });
  }
  return stored;
}

async function storeFile(
  strapi: Core.Strapi,
  file: SampleFile,
  { bytes, pages }: DrawnFile,
  folder: number,
  directory: string
): Promise<StoredFile> {
  // A run that was interrupted has left some of the files behind.
  const known = await strapi.db.query(FILE).findOne({ where: { name: file.name, folder } });
  if (known) return { id: known.id as number, pages };

  const extension = file.name.slice(file.name.lastIndexOf('.') + 1);
  const filepath = join(directory, `${randomUUID()}.${extension}`);
  await writeFile(filepath, bytes);
  const [uploaded] = await strapi
    .plugin('upload')
    .service('upload')
    .upload({
      data: { fileInfo: { name: file.name, folder, alternativeText: file.alternativeText } },
      files: {
        filepath,
        originalFilename: file.name,
        mimetype: MIME[extension],
        size: bytes.length,
      },
    });
  return { id: uploaded.id as number, pages };
}

async function ensureFolders(strapi: Core.Strapi): Promise<Map<Folder, number>> {
  const folders = new Map<Folder, number>();
  for (const name of FOLDERS) {
    const known = await strapi.db.query(FOLDER).findOne({ where: { name, parent: null } });
    const folder =
      known ?? (await strapi.plugin('upload').service('folder').create({ name, parent: null }));
    folders.set(name, folder.id as number);
  }
  return folders;
}

/** Removes files from the library unless an entry uses them or an editor brought them. */
export async function removeUnusedFiles(
  strapi: Core.Strapi,
  ids: Iterable<number>
): Promise<number> {
  let removed = 0;
  for (const id of ids) {
    const file = await strapi.db
      .query(FILE)
      .findOne({ where: { id }, populate: { related: true, createdBy: true } });
    if (!file || file.createdBy || (file.related ?? []).length > 0) continue;
    await strapi.plugin('upload').service('upload').remove(file);
    removed++;
  }
  return removed;
}
