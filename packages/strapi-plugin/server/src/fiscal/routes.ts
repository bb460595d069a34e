import { readRoute } from '../platform/public-route';
import { getComparison } from './compare';
import { getMap, listFiscalAuthorities } from './lists';
import { getOverview } from './overview';

const services = ['fiscal', 'authority'] as const;

export const routes = [
  readRoute('fiscalOverview', {
    services: [...services],
    read: ({ strapi, query }) => getOverview(strapi, query),
  }),
  readRoute('fiscalCompare', {
    services: [...services],
    read: ({ strapi, query }) => getComparison(strapi, query),
  }),
  readRoute('fiscalMap', {
    services: [...services],
    read: ({ strapi, query }) => getMap(strapi, query),
  }),
  readRoute('fiscalAuthorities', {
    services: [...services],
    read: ({ strapi, query }) => listFiscalAuthorities(strapi, query),
  }),
];
