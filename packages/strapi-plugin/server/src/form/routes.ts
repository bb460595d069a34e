import { readRoute } from '../platform/public-route';
import { getForm, listForms } from './service';

export const routes = [
  readRoute('listForms', {
    services: ['form', 'topic'],
    read: ({ strapi, query }) => listForms(strapi, query),
  }),
  readRoute('getForm', {
    services: ['form', 'topic'],
    read: async ({ strapi, params }) => {
      const data = await getForm(strapi, params.id ?? '');
      return data && { data };
    },
  }),
];
