import type { ServiceRoom } from '../platform/service-room';
import { contentType } from './content-type';
import { routes } from './routes';
import { updateSearch } from './search-source';
import { getUpdatePage, listUpdatePages } from './service';

export const update: ServiceRoom = {
  name: 'update',
  contentType,
  routes,
  search: updateSearch,
  page: { list: listUpdatePages, item: getUpdatePage },
};
