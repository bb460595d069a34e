import type { ServiceRoom } from '../platform/service-room';
import { contentType } from './content-type';
import { loadPlaces } from './places';
import { routes } from './routes';
import { authoritySearch } from './search-source';

export const authority: ServiceRoom = {
  name: 'authority',
  contentType,
  routes,
  search: authoritySearch,
  // Rules and routes find them ready.
  bootstrap: async () => void (await loadPlaces()),
};

export { authoritiesOf, isStanding, refOf } from './register';
export type { AuthorityRegister, RegisteredAuthority } from './register';
