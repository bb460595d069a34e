import { readRoute } from '../platform/public-route';
import { listSubsidies } from './list';

export const routes = [
  readRoute('listSubsidies', {
    services: ['subsidy', 'authority', 'law'],
    read: ({ strapi, query }) => listSubsidies(strapi, query),
  }),
];
