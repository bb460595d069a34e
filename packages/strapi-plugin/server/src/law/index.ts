import type { ServiceRoom } from '../platform/service-room';
import { contentType } from './content-type';
import { routes } from './routes';
import { getLawPage, listLawPages } from './service';

export const law: ServiceRoom = {
  name: 'law',
  contentType,
  routes,
  page: { list: listLawPages, item: getLawPage },
};
