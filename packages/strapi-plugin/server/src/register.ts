import type { RequestListener } from 'node:http';
import type { Core } from '@strapi/types';
import { registerComponents } from './components';
import { registerEditorial } from './editorial';
import { createAccessLog } from './platform/access-log';
import { getReadyOneByOne } from './platform/boot-lock';
import { createBoundary } from './platform/boundary';
import { apiKey } from './platform/cache-key';
import { createEdgeCache } from './platform/edge-cache';
import { originOf } from './platform/origin';
import { createReadyAnswers, type ReadyAnswers } from './platform/ready-answers';
import { revisionsOf } from './platform/revisions';
import { createUploadGuard } from './platform/upload-guard';
import { rooms } from './rooms';
import { snapshotWithIndex } from './search';
import { createSite } from './site';

/** What the plugin sets up before there is a database. */
export async function register({ strapi }: { strapi: Core.Strapi }): Promise<void> {
  getReadyOneByOne(strapi);
  registerComponents(strapi);
  registerEditorial(strapi);
  for (const room of rooms) await room.register?.(strapi);
  serve(strapi);
}

/** Outermost in the server, in this order, before every middleware of Strapi. */
function serve(strapi: Core.Strapi): void {
  const site = createSite(strapi, rooms);
  const ready = createReadyAnswers();
  standBefore(strapi.server.httpServer, ready);
  strapi.server.use(createUploadGuard());
  strapi.server.use(createBoundary(strapi));
  strapi.server.use(
    createEdgeCache({
      keyOf: (ctx) =>
        apiKey(ctx.path, ctx.querystring, () => originOf(strapi, ctx)) ?? site.keyOf(ctx),
      snapshot: snapshotWithIndex(strapi),
      lostSince: () => revisionsOf(strapi).lostSince(),
      maxBytes: strapi.plugin('km').config<number>('cacheBytes'),
      ready,
    })
  );
  strapi.server.use(site.middleware);
  strapi.server.use(createAccessLog(strapi));
}

/** Puts ready answers before Koa, which is the server's only listener. */
function standBefore(server: Core.Strapi['server']['httpServer'], ready: ReadyAnswers): void {
  const listeners = server.listeners('request') as RequestListener[];
  server.removeAllListeners('request');
  for (const listener of listeners) server.on('request', ready.before(listener));
}
