import type { ServiceRoom } from '../platform/service-room';
import { contentType } from './content-type';
import { routes } from './routes';
import { getUpdatePage, listUpdatePages } from './service';

export const update: ServiceRoom = {
  name: 'update',
  contentType,
  routes,
  page: { list: listUpdatePages, item: getUpdatePage },
};
