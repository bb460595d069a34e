import type { ServiceRoom } from '../platform/service-room';
import { contentType } from './content-type';
import { routes } from './routes';
import { lawSearch } from './search-source';
import { getLawPage, listLawPages } from './service';

export const law: ServiceRoom = {
  name: 'law',
  contentType,
  routes,
  search: lawSearch,
  page: { list: listLawPages, item: getLawPage },
};
