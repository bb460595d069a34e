import type { News, NewsListItem, Severity } from '@km-laas/contract';
import { adaptBlocks, excerptOf } from '../content/blocks';
import {
  adaptFiles,
  adaptPicture,
  uploadedFile,
  uploadedPicture,
  type PageCounts,
  type UploadedFile,
  type UploadedPicture,
} from '../content/files';
import type { Row, Selection } from '../content/published-rows';

export interface NewsRow extends Row {
  title: string;
  body: unknown;
  severity: Severity;
  pinned: boolean | null;
  showFrom: string;
  showUntil: string | null;
  picture: UploadedPicture | null;
  sample: boolean | null;
}

export interface WholeNewsRow extends NewsRow {
  files: UploadedFile[];
}

export const newsSelection: Selection = {
  select: ['title', 'body', 'severity', 'pinned', 'showFrom', 'showUntil', 'sample'],
  populate: { picture: uploadedPicture },
};

export const wholeNewsSelection: Selection = {
  select: newsSelection.select,
  populate: { ...newsSelection.populate, files: uploadedFile },
};

const EXCERPT_LENGTH = 200;

export function adaptNewsListItem(row: NewsRow): NewsListItem {
  return {
    id: row.documentId,
    title: row.title,
    excerpt: excerptOf(adaptBlocks(row.body), EXCERPT_LENGTH),
    severity: row.severity,
    pinned: row.pinned === true,
    showFrom: row.showFrom,
    showUntil: row.showUntil,
    picture: adaptPicture(row.picture),
    updatedAt: row.updatedAt,
    sample: row.sample === true,
  };
}

export function adaptNews(row: WholeNewsRow, pages: PageCounts): News {
  return {
    ...adaptNewsListItem(row),
    body: adaptBlocks(row.body),
    files: adaptFiles(row.files, pages),
  };
}
