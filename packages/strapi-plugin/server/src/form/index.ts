import type { ServiceRoom } from '../platform/service-room';
import { contentType } from './content-type';
import { routes } from './routes';
import { getFormPage, listFormPages } from './service';

export const form: ServiceRoom = {
  name: 'form',
  contentType,
  routes,
  page: { list: listFormPages, item: getFormPage },
};
