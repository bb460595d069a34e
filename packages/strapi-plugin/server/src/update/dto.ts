import type { Audience, Update, UpdateItem, UpdateKind } from '@km-laas/contract';
import { refOf, type Referred } from '../content/document-refs';
import { adaptPicture, uploadedPicture, type UploadedPicture } from '../content/files';
import { linesOf } from '../content/lines';
import { publishedTargets, type Row, type Selection } from '../content/published-rows';
import type { TopicTree } from '../content/topic-tree';

interface UpdateItemRow {
  menu: { id: number } | null;
  kind: UpdateKind;
  roles: string | null;
  description: string;
  manual: (Referred & { title: string }) | null;
  before: UploadedPicture | null;
  after: UploadedPicture | null;
}

export interface UpdateRow extends Row {
  date: string;
  title: string;
  audience: Audience;
  items: UpdateItemRow[];
  sample: boolean | null;
}

export const updateSelection: Selection = {
  select: ['date', 'title', 'audience', 'sample'],
  populate: {
    items: {
      select: ['id', 'kind', 'roles', 'description'],
      populate: {
        menu: { select: ['id'] },
        manual: publishedTargets('title'),
        before: uploadedPicture,
        after: uploadedPicture,
      },
    },
  },
};

export function adaptUpdate(row: UpdateRow, tree: TopicTree): Update {
  return {
    id: row.documentId,
    date: row.date,
    title: row.title,
    audience: row.audience,
    items: (row.items ?? []).map((item) => adaptItem(item, tree)),
    updatedAt: row.updatedAt,
    sample: row.sample === true,
  };
}

function adaptItem(item: UpdateItemRow, tree: TopicTree): UpdateItem {
  return {
    menu: item.menu && tree.refTo(item.menu.id),
    menuPath: item.menu ? tree.pathTo(item.menu.id) : [],
    kind: item.kind,
    roles: linesOf(item.roles),
    description: item.description,
    manual: refOf(item.manual),
    before: adaptPicture(item.before),
    after: adaptPicture(item.after),
  };
}
