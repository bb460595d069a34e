import type { ServiceRoom } from '../platform/service-room';
import { routes } from './routes';

export const subsidy: ServiceRoom = { name: 'subsidy', routes };
