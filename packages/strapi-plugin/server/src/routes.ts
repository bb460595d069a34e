import { healthRoute } from './health';
import { openApiRoute } from './openapi';
import { pageFactsRoute } from './page-check';
import { rooms } from './rooms';

/** Every operation of the public API. */
export const publicRoutes = [
  ...rooms.flatMap((room) => room.routes),
  pageFactsRoute,
  healthRoute,
  openApiRoute,
];
