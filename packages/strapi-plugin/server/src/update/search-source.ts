import { linesOf } from '../content/lines';
import { publishedDocuments, publishedIds } from '../content/search-text';
import { loadTopicTree } from '../content/topics';
import type { SearchSource } from '../platform/search-source';
import type { UpdateRow } from './dto';
import { kindNames } from './kind-names';

const uid = 'plugin::km.update';

/** Releases by item: each change is found by its own words and by its menu. */
export const updateSearch: SearchSource = {
  service: 'update',
  ids: (strapi) => publishedIds(strapi, uid),
  async documents(strapi, ids) {
    const tree = await loadTopicTree(strapi);
    const rows = await publishedDocuments<UpdateRow>(strapi, uid, ids, {
      select: ['date', 'title', 'audience', 'sample'],
      populate: {
        items: {
          select: ['id', 'kind', 'roles', 'description'],
          populate: { menu: { select: ['id'] } },
        },
      },
    });
    return rows.map((row) => ({
      id: row.documentId,
      title: row.title,
      otherNames: [],
      errorMessages: [],
      letterKeys: [],
      passages: (row.items ?? []).map(({ menu, kind, description, roles }) => ({
        heading: (menu && tree.pathTo(menu.id).join(' › ')) || null,
        anchor: null,
        text: [`${kindNames[kind]}: ${description}`, ...linesOf(roles)].join('\n'),
      })),
      files: [],
      url: `/updates/${row.documentId}`,
      date: row.date,
      audience: row.audience,
      topics: [
        ...new Set(
          (row.items ?? []).flatMap(({ menu }) => (menu && tree.refTo(menu.id)?.slug) ?? [])
        ),
      ],
      lawStatus: null,
      sample: row.sample === true,
    }));
  },
};
