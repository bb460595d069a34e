import { readRoute } from '../platform/public-route';
import { getManual, listManuals } from './service';

export const routes = [
  readRoute('listManuals', {
    services: ['manual', 'topic'],
    read: ({ strapi, query }) => listManuals(strapi, query),
  }),
  readRoute('getManual', {
    services: ['manual', 'topic'],
    read: async ({ strapi, params }) => {
      const data = await getManual(strapi, params.id ?? '');
      return data && { data };
    },
  }),
];
