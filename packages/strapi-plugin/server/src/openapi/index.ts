import { openApiDocument } from '@km-laas/contract';
import { ownVersion } from '../platform/own-version';
import { feedRoute } from '../platform/public-route';

/** `GET /openapi.json`: the public API as its contract describes it. */
export const openApiRoute = feedRoute('openApi', {
  services: [],
  read: async ({ strapi, origin }) => JSON.stringify(openApiDocument(origin, ownVersion(strapi))),
});
