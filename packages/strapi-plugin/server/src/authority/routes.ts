import { readRoute } from '../platform/public-route';
import { getAuthority, listAuthorities, listProvinces } from './service';

export const routes = [
  readRoute('listProvinces', { services: ['authority'], read: () => listProvinces() }),
  readRoute('listAuthorities', {
    services: ['authority'],
    read: ({ strapi, query }) => listAuthorities(strapi, query),
  }),
  readRoute('getAuthority', {
    services: ['authority'],
    async read({ strapi, params }) {
      const data = await getAuthority(strapi, params.code ?? '');
      return data && { data };
    },
  }),
];
