import type { ServiceRoom } from '../platform/service-room';
import { contentType } from './content-type';
import { routes } from './routes';

export const status: ServiceRoom = { name: 'status', contentType, routes };
