import type { ServiceRoom } from '../platform/service-room';
import { contentType } from './content-type';
import { routes } from './routes';
import { manualSearch } from './search-source';
import { getManualPage, listManualPages } from './service';

export const manual: ServiceRoom = {
  name: 'manual',
  contentType,
  routes,
  search: manualSearch,
  page: { list: listManualPages, item: getManualPage },
};
