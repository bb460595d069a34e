import type { AppliesTo, Audience, Faq, FaqListItem } from '@km-laas/contract';
import { adaptBlocks } from '../content/blocks';
import { refsOf, type Referred } from '../content/document-refs';
import { linesOf } from '../content/lines';
import { publishedTargets, type Row, type Selection } from '../content/published-rows';
import type { TopicTree } from '../content/topic-tree';
import type { LawRefs } from '../law/refs';

export interface FaqRow extends Row {
  question: string;
  answer: unknown;
  topics: { id: number }[];
  audience: Audience;
  appliesTo: AppliesTo;
  errorMessages: string | null;
  pinnedOrder: number | null;
  sample: boolean | null;
}

export interface WholeFaqRow extends FaqRow {
  keywords: string | null;
  relatedManuals: (Referred & { title: string })[];
  relatedLaws: { id: number }[];
}

export const faqSelection: Selection = {
  select: ['question', 'answer', 'audience', 'appliesTo', 'errorMessages', 'pinnedOrder', 'sample'],
  populate: { topics: { select: ['id'] } },
};

export const wholeFaqSelection: Selection = {
  select: [...faqSelection.select, 'keywords'],
  populate: {
    ...faqSelection.populate,
    relatedManuals: publishedTargets('title'),
    relatedLaws: publishedTargets(),
  },
};

export function adaptFaqListItem(row: FaqRow, tree: TopicTree): FaqListItem {
  return {
    id: row.documentId,
    question: row.question,
    answer: adaptBlocks(row.answer),
    topics: tree.refsTo(row.topics),
    audience: row.audience,
    appliesTo: row.appliesTo,
    errorMessages: linesOf(row.errorMessages),
    pinned: row.pinnedOrder !== null,
    updatedAt: row.updatedAt,
    sample: row.sample === true,
  };
}

export function adaptFaq(row: WholeFaqRow, tree: TopicTree, laws: LawRefs): Faq {
  return {
    ...adaptFaqListItem(row, tree),
    keywords: linesOf(row.keywords),
    relatedManuals: refsOf(row.relatedManuals),
    relatedLaws: laws.refsTo(row.relatedLaws),
  };
}
