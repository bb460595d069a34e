import type { QueueDepths } from '../platform/metrics';
import type { ServiceRoom } from '../platform/service-room';
import { queuedSince } from './feed/queue';
import { registerSearchPermission } from './admin';
import { routes } from './routes';
import { searchOf } from './search';
import { guardVocabulary } from './vocabulary/guard';
import { vocabularyTypes } from './vocabulary/content-types';
import { seedVocabulary } from './vocabulary/seed';

export { searchAdminRoutes, searchController } from './admin';
export { createSearch, searchOf } from './search';
export { snapshotWithIndex } from './snapshot';
export { followContentWrites } from './feed/content-writes';

/** Search over everything public (ค้นหา). */
export const search: ServiceRoom = {
  name: 'search',
  moreContentTypes: vocabularyTypes,
  routes,
  register: guardVocabulary,
  async bootstrap(strapi) {
    await seedVocabulary(strapi);
    await registerSearchPermission(strapi);
    // Commands that load the CMS without serving have no use for an index, and no claim to its file.
    strapi.server.httpServer.once('listening', () => searchOf(strapi).start());
  },
};

/** Changes this instance's index has not been given yet. */
export const searchQueues: QueueDepths = async (strapi) => {
  const { behindSince } = searchOf(strapi).state();
  return { search: behindSince ? await queuedSince(strapi, behindSince) : 0 };
};
