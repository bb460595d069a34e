import { readRoute } from '../platform/public-route';
import { getLaw, listLaws, lookUpLaw } from './service';

export const routes = [
  readRoute('listLaws', {
    services: ['law', 'topic'],
    read: ({ strapi, query }) => listLaws(strapi, query),
  }),
  readRoute('lookUpLaw', {
    services: ['law', 'topic'],
    read: ({ strapi, query }) => lookUpLaw(strapi, query),
  }),
  readRoute('getLaw', {
    services: ['law', 'topic'],
    read: async ({ strapi, params }) => {
      const data = await getLaw(strapi, params.id ?? '');
      return data && { data };
    },
  }),
];
