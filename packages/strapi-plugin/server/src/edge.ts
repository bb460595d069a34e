import type { RequestListener } from 'node:http';
import type { Core } from '@strapi/types';
import { importQueues } from './import';
import { createMemberPages } from './member';
import { createAccessLog } from './platform/access-log';
import { createBoundary } from './platform/boundary';
import { apiKey } from './platform/cache-key';
import { createEdgeCache } from './platform/edge-cache';
import { createHotReads, type HotReads } from './platform/hot-reads';
import { createLiveness, type Liveness } from './platform/liveness';
import { createMetrics } from './platform/metrics';
import { originOf } from './platform/origin';
import { createPublicReads } from './platform/public-reads';
import { createReadyAnswers, type ReadyAnswers } from './platform/ready-answers';
import { revisionsOf } from './platform/revisions';
import { createUploadGuard } from './platform/upload-guard';
import { rooms } from './rooms';
import { publicRoutes } from './routes';
import { searchQueues, snapshotWithIndex } from './search';
import { createSite } from './site';

/** What stands between the network and Strapi, as far as starting and stopping concern it. */
interface Edge {
  liveness: Liveness;
  hotReads: HotReads;
}

const edges = new WeakMap<Core.Strapi, Edge>();

/** Outermost in the server, in this order, before every middleware of Strapi. */
export function createEdge(strapi: Core.Strapi): void {
  const setting = <Value>(name: string) => strapi.plugin('km').config<Value>(name);
  const site = createSite(strapi, rooms);
  // Strapi looks a service up by its name each time, and this one is asked with every request.
  const revisions = revisionsOf(strapi);
  const ready = createReadyAnswers();
  const metrics = createMetrics(strapi, setting<string | undefined>('metricsToken'));
  const liveness = createLiveness(strapi, ready, setting<number>('drainSeconds'));
  const cache = createEdgeCache({
    keyOf: (ctx) =>
      apiKey(ctx.path, ctx.querystring, () => originOf(strapi, ctx)) ?? site.keyOf(ctx),
    snapshot: snapshotWithIndex(strapi),
    lostSince: revisions.lostSince,
    maxBytes: setting<number>('cacheBytes'),
    ready,
    count: metrics.count,
  });
  metrics.watch({ cache, ready, queues: [searchQueues, importQueues] });
  standBefore(strapi.server.httpServer, ready);
  strapi.server.use(liveness.probes);
  strapi.server.use(metrics.page);
  strapi.server.use(metrics.timer);
  strapi.server.use(createUploadGuard());
  strapi.server.use(createBoundary(strapi));
  strapi.server.use(createMemberPages(strapi));
  strapi.server.use(cache);
  strapi.server.use(site.middleware);
  strapi.server.use(createAccessLog(strapi));
  strapi.server.use(createPublicReads(strapi, publicRoutes));
  edges.set(strapi, { liveness, hotReads: createHotReads(strapi, cache) });
}

/** Takes requests for good once what is read most is there. */
export function openEdge(strapi: Core.Strapi): void {
  strapi.server.httpServer.once('listening', () => {
    const edge = edges.get(strapi);
    void edge?.hotReads.start().finally(() => edge.liveness.becomeReady());
  });
}

/** Finishes what was asked, and asks for no more. */
export async function closeEdge(strapi: Core.Strapi): Promise<void> {
  const edge = edges.get(strapi);
  await edge?.liveness.drain();
  await edge?.hotReads.stop();
}

/** Puts ready answers before Koa, which is the server's only listener. */
function standBefore(server: Core.Strapi['server']['httpServer'], ready: ReadyAnswers): void {
  const listeners = server.listeners('request') as RequestListener[];
  server.removeAllListeners('request');
  for (const listener of listeners) server.on('request', ready.before(listener));
}
