import type { ServiceRoom } from '../platform/service-room';
import { contentType } from './content-type';
import { routes } from './routes';
import { getNewsPage, listNewsPages } from './service';

export const news: ServiceRoom = {
  name: 'news',
  contentType,
  routes,
  page: { list: listNewsPages, item: getNewsPage },
};
