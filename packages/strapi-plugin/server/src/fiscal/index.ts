import type { ServiceRoom } from '../platform/service-room';
import { readAnywhere } from '../platform/replica';
import { revisionsOf } from '../platform/revisions';
import { prepareFields } from './peer-fields';
import { routes } from './routes';

export const fiscal: ServiceRoom = {
  name: 'fiscal',
  routes,
  bootstrap(strapi) {
    // Nobody waits for it, neither the start nor who asks meanwhile; kept where readers look for it.
    const prepare = () =>
      readAnywhere(strapi, ['fiscal', 'authority'], prepareFields).catch((error: unknown) =>
        strapi.log.debug(`km: comparisons are not ready: ${String(error)}`)
      );
    void prepare();
    revisionsOf(strapi).onMove((moved) => {
      if (moved.includes('fiscal') || moved.includes('authority')) void prepare();
    });
  },
};

export { getComparison } from './compare';
export { fiscalImportStore } from './import-store';
export { getMap, listFiscalAuthorities } from './lists';
export { getOverview } from './overview';
export { fiscalSheet } from './sheet';
