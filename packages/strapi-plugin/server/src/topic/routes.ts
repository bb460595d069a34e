import { readRoute } from '../platform/public-route';
import { listTopics } from './service';

export const routes = [
  readRoute('listTopics', {
    services: ['topic'],
    read: async ({ strapi }) => ({ data: await listTopics(strapi) }),
  }),
];
