import { feedRoute, readRoute } from '../platform/public-route';
import { getUpdate, listUpdates, updatesFeed } from './service';

export const routes = [
  readRoute('listUpdates', {
    services: ['update', 'topic', 'manual'],
    read: ({ strapi, query }) => listUpdates(strapi, query),
  }),
  feedRoute('updatesFeed', {
    services: ['update', 'topic', 'manual'],
    read: ({ strapi, origin }) => updatesFeed(strapi, origin),
  }),
  readRoute('getUpdate', {
    services: ['update', 'topic', 'manual'],
    read: async ({ strapi, params }) => {
      const data = await getUpdate(strapi, params.id ?? '');
      return data && { data };
    },
  }),
];
