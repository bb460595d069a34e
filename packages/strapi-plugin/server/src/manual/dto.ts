import type { AppliesTo, Audience, Manual, ManualListItem } from '@km-laas/contract';
import { adaptBlocks, headingsOf } from '../content/blocks';
import {
  adaptFile,
  adaptFiles,
  uploadedFile,
  type PageCounts,
  type UploadedFile,
} from '../content/files';
import type { Row, Selection } from '../content/published-rows';
import type { TopicTree } from '../content/topic-tree';

export interface ManualRow extends Row {
  title: string;
  summary: string;
  topics: { id: number }[];
  audience: Audience;
  appliesTo: AppliesTo;
  version: string | null;
  effectiveDate: string | null;
  files: UploadedFile[];
  sample: boolean | null;
}

interface EarlierVersionRow {
  version: string;
  effectiveDate: string | null;
  note: string | null;
  file: UploadedFile | null;
}

export interface WholeManualRow extends ManualRow {
  body: unknown;
  reviewBy: string | null;
  earlierVersions: EarlierVersionRow[];
}

export const manualSelection: Selection = {
  select: ['title', 'summary', 'audience', 'appliesTo', 'version', 'effectiveDate', 'sample'],
  populate: { topics: { select: ['id'] }, files: uploadedFile },
};

export const wholeManualSelection: Selection = {
  select: [...manualSelection.select, 'body', 'reviewBy'],
  populate: {
    ...manualSelection.populate,
    earlierVersions: {
      select: ['id', 'version', 'effectiveDate', 'note'],
      populate: { file: uploadedFile },
    },
  },
};

/** Files a manual's answer names, whose pages are to be known. */
export function filesOf(row: ManualRow & Partial<WholeManualRow>): (UploadedFile | null)[] {
  return [...(row.files ?? []), ...(row.earlierVersions ?? []).map(({ file }) => file)];
}

export function adaptManualListItem(
  row: ManualRow,
  tree: TopicTree,
  pages: PageCounts
): ManualListItem {
  return {
    id: row.documentId,
    title: row.title,
    summary: row.summary,
    topics: tree.refsTo(row.topics),
    audience: row.audience,
    appliesTo: row.appliesTo,
    version: row.version || null,
    effectiveDate: row.effectiveDate,
    files: adaptFiles(row.files, pages),
    updatedAt: row.updatedAt,
    sample: row.sample === true,
  };
}

export function adaptManual(row: WholeManualRow, tree: TopicTree, pages: PageCounts): Manual {
  const body = adaptBlocks(row.body);
  return {
    ...adaptManualListItem(row, tree, pages),
    reviewBy: row.reviewBy,
    contents: headingsOf(body),
    body,
    earlierVersions: (row.earlierVersions ?? []).map((earlier) => ({
      version: earlier.version,
      effectiveDate: earlier.effectiveDate,
      note: earlier.note ?? '',
      file: adaptFile(earlier.file, pages),
    })),
  };
}
