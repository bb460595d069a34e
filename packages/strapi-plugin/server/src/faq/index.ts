import type { ServiceRoom } from '../platform/service-room';
import { contentType } from './content-type';
import { routes } from './routes';
import { getFaqPage, listFaqPages } from './service';

export const faq: ServiceRoom = {
  name: 'faq',
  contentType,
  routes,
  page: { list: listFaqPages, item: getFaqPage },
};
