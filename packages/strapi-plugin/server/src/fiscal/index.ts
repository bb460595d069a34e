import type { ServiceRoom } from '../platform/service-room';
import { routes } from './routes';

export const fiscal: ServiceRoom = { name: 'fiscal', routes };

export { getComparison } from './compare';
export { fiscalImportStore } from './import-store';
export { getMap, listFiscalAuthorities } from './lists';
export { getOverview } from './overview';
export { fiscalSheet } from './sheet';
