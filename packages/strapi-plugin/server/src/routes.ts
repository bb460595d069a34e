import { healthRoute } from './health';
import { openApiRoute } from './openapi';
import { rooms } from './rooms';

/** Every operation of the public API. */
export const publicRoutes = [...rooms.flatMap((room) => room.routes), healthRoute, openApiRoute];
