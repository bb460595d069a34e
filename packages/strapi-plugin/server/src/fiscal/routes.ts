import { readRoute, tableRoutes } from '../platform/public-route';
import { withProvenance } from '../platform/table';
import { getComparison } from './compare';
import { getMap, listFiscalAuthorities } from './lists';
import { getOverview } from './overview';
import { authoritiesTable, compareTable, mapTable, overviewTable } from './tables';

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
  ...tableRoutes('fiscalOverview', {
    services: [...services],
    async read({ strapi, query }) {
      const { data, meta } = await getOverview(strapi, query);
      return withProvenance(overviewTable(data), meta);
    },
  }),
  ...tableRoutes('fiscalCompare', {
    services: [...services],
    async read({ strapi, query }) {
      const { data, meta } = await getComparison(strapi, query);
      return withProvenance(compareTable(data), meta);
    },
  }),
  ...tableRoutes('fiscalMap', {
    services: [...services],
    async read({ strapi, query }) {
      const { data, meta } = await getMap(strapi, query);
      return withProvenance(mapTable(data), meta);
    },
  }),
  ...tableRoutes('fiscalAuthorities', {
    services: [...services],
    async read({ strapi, query }) {
      const { data, meta } = await listFiscalAuthorities(strapi, query);
      return withProvenance(authoritiesTable(data, query.province, meta.fiscalYear), meta);
    },
  }),
];
