import type {
  Gazette,
  Law,
  LawKind,
  LawListItem,
  LawRef,
  LawStatus,
  Urgency,
} from '@km-laas/contract';
import { parseGazette } from '@km-laas/thai';
import { adaptBlocks } from '../content/blocks';
import { adaptFiles, uploadedFile, type PageCounts, type UploadedFile } from '../content/files';
import type { Row, Selection } from '../content/published-rows';
import type { TopicTree } from '../content/topic-tree';
import { citationAttributes, citationPartsOf, printedCitation, type CitedRow } from './citation';
import type { Deed, Tie } from './lineage';
import { standingAmong, type LawRefs } from './refs';

export interface LawRow extends Row, CitedRow {
  kind: LawKind;
  title: string;
  issuer: string;
  urgency: Urgency | null;
  legalStatus: LawStatus;
  effectiveDate: string | null;
  topics: { id: number }[];
  summary: string | null;
  sample: boolean | null;
}

export interface WholeLawRow extends LawRow {
  gazette: string | null;
  files: UploadedFile[];
  body: unknown;
}

export const lawSelection: Selection = {
  select: [
    ...citationAttributes,
    'kind',
    'title',
    'issuer',
    'urgency',
    'legalStatus',
    'effectiveDate',
    'summary',
    'sample',
  ],
  populate: { topics: { select: ['id'] } },
};

export const wholeLawSelection: Selection = {
  select: [...lawSelection.select, 'gazette', 'body'],
  populate: { ...lawSelection.populate, files: uploadedFile },
};

/** Laws around the ones that are answered. */
export interface Surroundings {
  tree: TopicTree;
  /** What other laws do to them. */
  later: readonly Tie[];
  /** What they do to other laws; only read for a whole law. */
  earlier: readonly Tie[];
  refs: LawRefs;
}

export function adaptLawListItem(row: LawRow, around: Surroundings): LawListItem {
  return {
    id: row.documentId,
    kind: row.kind,
    title: row.title,
    citation: printedCitation(row),
    citationParts: citationPartsOf(row),
    date: row.date,
    issuer: row.issuer,
    urgency: row.urgency,
    status: standingAmong(row, around.later),
    effectiveDate: row.effectiveDate,
    repealedBy: doneTo(row, 'repeals', around),
    amendedBy: doneTo(row, 'amends', around),
    topics: around.tree.refsTo(row.topics),
    summary: row.summary ?? '',
    updatedAt: row.updatedAt,
    sample: row.sample === true,
  };
}

export function adaptLaw(row: WholeLawRow, around: Surroundings, pages: PageCounts): Law {
  return {
    ...adaptLawListItem(row, around),
    amends: doneBy(row, 'amends', around),
    repeals: doneBy(row, 'repeals', around),
    clarifies: doneBy(row, 'clarifies', around),
    clarifiedBy: doneTo(row, 'clarifies', around),
    gazette: adaptGazette(row.gazette),
    files: adaptFiles(row.files, pages),
    body: adaptBlocks(row.body),
  };
}

/** A reference to the Royal Gazette beside the parts that could be read from it. */
export function adaptGazette(typed: string | null): Gazette | null {
  const text = typed?.trim();
  if (!text) return null;
  const unread = {
    volume: null,
    part: null,
    partType: null,
    special: false,
    page: null,
    date: null,
  };
  return { text, ...(parseGazette(text) ?? unread) };
}

function doneTo({ id }: LawRow, deed: Deed, { later, refs }: Surroundings): LawRef[] {
  const ties = later.filter((tie) => tie.deed === deed && tie.target === id);
  return refs.newestFirst(ties.map(({ doer }) => doer));
}

function doneBy({ id }: LawRow, deed: Deed, { earlier, refs }: Surroundings): LawRef[] {
  const ties = earlier.filter((tie) => tie.deed === deed && tie.doer === id);
  return refs.newestFirst(ties.map(({ target }) => target));
}
