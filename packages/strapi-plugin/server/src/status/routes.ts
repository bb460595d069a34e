import { readRoute } from '../platform/public-route';
import { getStatus } from './service';

export const routes = [
  readRoute('getStatus', {
    services: ['status'],
    read: ({ strapi }) => getStatus(strapi),
  }),
];
