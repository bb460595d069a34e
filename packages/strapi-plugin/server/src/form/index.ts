import type { ServiceRoom } from '../platform/service-room';
import { contentType } from './content-type';
import { routes } from './routes';
import { formSearch } from './search-source';
import { getFormPage, listFormPages } from './service';

export const form: ServiceRoom = {
  name: 'form',
  contentType,
  routes,
  search: formSearch,
  page: { list: listFormPages, item: getFormPage },
};
