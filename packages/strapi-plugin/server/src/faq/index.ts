import type { ServiceRoom } from '../platform/service-room';
import { contentType } from './content-type';
import { routes } from './routes';
import { faqSearch } from './search-source';
import { getFaqPage, listFaqPages } from './service';

export const faq: ServiceRoom = {
  name: 'faq',
  contentType,
  routes,
  search: faqSearch,
  page: { list: listFaqPages, item: getFaqPage },
};
