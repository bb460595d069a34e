import type { Form } from '@km-laas/contract';
import { refOf, type Referred } from '../content/document-refs';
import { adaptFile, uploadedFile, type PageCounts, type UploadedFile } from '../content/files';
import { publishedTargets, type Row, type Selection } from '../content/published-rows';
import type { TopicTree } from '../content/topic-tree';

export interface FormRow extends Row {
  title: string;
  code: string | null;
  purpose: string;
  usedBy: string | null;
  topics: { id: number }[];
  editableFile: UploadedFile | null;
  pdfFile: UploadedFile | null;
  version: string | null;
  supersededBy: (Referred & { title: string; code: string | null }) | null;
  pageCount: number | null;
  sample: boolean | null;
}

export const formSelection: Selection = {
  select: ['title', 'code', 'purpose', 'usedBy', 'version', 'pageCount', 'sample'],
  populate: {
    topics: { select: ['id'] },
    editableFile: uploadedFile,
    pdfFile: uploadedFile,
    supersededBy: publishedTargets('title', 'code'),
  },
};

export function filesOf({ editableFile, pdfFile }: FormRow): (UploadedFile | null)[] {
  return [editableFile, pdfFile];
}

export function adaptForm(row: FormRow, tree: TopicTree, pages: PageCounts): Form {
  const pdfFile = adaptFile(row.pdfFile, pages);
  const successor = refOf(row.supersededBy);
  return {
    id: row.documentId,
    title: row.title,
    code: row.code ?? '',
    purpose: row.purpose,
    usedBy: row.usedBy ?? '',
    topics: tree.refsTo(row.topics),
    editableFile: adaptFile(row.editableFile, pages),
    pdfFile,
    version: row.version || null,
    // An editor need not count what the PDF tells.
    pageCount: row.pageCount ?? pdfFile?.pages ?? null,
    supersededBy: successor && { ...successor, code: row.supersededBy?.code ?? '' },
    updatedAt: row.updatedAt,
    sample: row.sample === true,
  };
}
