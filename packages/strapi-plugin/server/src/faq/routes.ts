import { readRoute } from '../platform/public-route';
import { getFaq, listFaqs } from './service';

export const routes = [
  readRoute('listFaqs', {
    services: ['faq', 'topic'],
    read: ({ strapi, query }) => listFaqs(strapi, query),
  }),
  readRoute('getFaq', {
    services: ['faq', 'topic', 'manual', 'law'],
    read: async ({ strapi, params }) => {
      const data = await getFaq(strapi, params.id ?? '');
      return data && { data };
    },
  }),
];
