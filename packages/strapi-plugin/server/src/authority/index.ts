import type { ServiceRoom } from '../platform/service-room';
import { contentType } from './content-type';
import { loadPlaces } from './places';
import { routes } from './routes';

export const authority: ServiceRoom = {
  name: 'authority',
  contentType,
  routes,
  // Rules and routes find them ready.
  bootstrap: async () => void (await loadPlaces()),
};

export { authoritiesOf, isStanding, refOf } from './register';
export type { AuthorityRegister, RegisteredAuthority } from './register';
