import type { ServiceRoom } from '../platform/service-room';
import { contentType } from './content-type';
import { routes } from './routes';
import { newsSearch } from './search-source';
import { getNewsPage, listNewsPages } from './service';

export const news: ServiceRoom = {
  name: 'news',
  contentType,
  routes,
  search: newsSearch,
  page: { list: listNewsPages, item: getNewsPage },
};
