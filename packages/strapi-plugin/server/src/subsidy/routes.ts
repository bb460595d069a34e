import { ProblemError } from '../platform/problem';
import { readRoute, tableRoutes } from '../platform/public-route';
import { withProvenance } from '../platform/table';
import type { ServiceName } from '../platform/service-room';
import { allSubsidies, describeSubsidies, listSubsidies } from './list';
import { subsidyTable } from './tables';

const services: ServiceName[] = ['subsidy', 'authority', 'law'];

/** Lines that are written into one file; a year of the whole country has more. */
const mostLines = 300_000;

export const routes = [
  readRoute('listSubsidies', {
    services,
    read: ({ strapi, query }) => listSubsidies(strapi, query),
  }),
  ...tableRoutes('subsidies', {
    services,
    async read({ strapi, query }) {
      const { total, meta } = await describeSubsidies(strapi, query);
      if (total > mostLines) {
        throw new ProblemError(400, {
          th: `ข้อมูลมี ${total.toLocaleString('en-US')} รายการ มากเกินกว่าจะจัดทำเป็นไฟล์เดียว โปรดเลือกจังหวัดหรือประเภทเงินอุดหนุน`,
          en: `${total} lines are too many for one file: choose a province or a type.`,
        });
      }
      const lines = [];
      for await (const some of allSubsidies(strapi, { ...query, fiscalYear: meta.fiscalYear })) {
        lines.push(...some);
      }
      const place = query.authority ?? query.province;
      const name = ['subsidies', place, meta.fiscalYear].filter(Boolean).join('-');
      return withProvenance(subsidyTable(lines, name), meta);
    },
  }),
];
