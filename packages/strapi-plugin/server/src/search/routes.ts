import { readRoute, writeRoute, type PublicRoute } from '../platform/public-route';
import { searchOf } from './search';
import { findAll, findSimilar, suggest } from './service';

/** Loose: a whole office may stand behind one address. */
const clickLimit = { name: 'search-click', points: 600, duration: 600 };

export const routes: PublicRoute[] = [
  readRoute('search', {
    services: ['search', 'topic'],
    read: ({ strapi, query }) => findAll(strapi, query),
  }),
  readRoute('searchSuggest', {
    services: ['search', 'topic'],
    read: ({ strapi, query }) => suggest(strapi, query),
  }),
  readRoute('searchSimilar', {
    services: ['search', 'topic'],
    read: ({ strapi, query }) => findSimilar(strapi, query),
  }),
  writeRoute('recordSearchClick', {
    limit: clickLimit,
    async write({ strapi, body }) {
      searchOf(strapi).recorder.clicked(body.q, body.service, body.id);
      return { data: { recorded: true } };
    },
  }),
];
