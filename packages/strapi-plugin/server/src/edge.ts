import type { Core } from '@strapi/types';
import { importQueues } from './import';
import { createMemberPages } from './member';
import { createAccessLog } from './platform/access-log';
import { createBoundary } from './platform/boundary';
import { apiKey } from './platform/cache-key';
import { createDoor } from './platform/door/door';
import { createFront, type Front } from './platform/door/front';
import { holdTickShape } from './platform/door/hold-tick-shape';
import { createReadyAnswers } from './platform/door/ready-answers';
import { createEdgeCache } from './platform/edge-cache';
import { createHotReads, type HotReads } from './platform/hot-reads';
import { createLiveness, type Liveness } from './platform/liveness';
import { createMetrics } from './platform/metrics';
import { originOf } from './platform/origin';
import { createPublicReads } from './platform/public-reads';
import { revisionsOf } from './platform/revisions';
import { createUploadGuard } from './platform/upload-guard';
import { rooms } from './rooms';
import { publicRoutes } from './routes';
import { searchOf, searchQueues, snapshotWithIndex } from './search';
import { createSite } from './site';

/** What stands between the network and Strapi, as far as starting and stopping concern it. */
interface Edge {
  liveness: Liveness;
  hotReads: HotReads;
  /** Absent where Strapi's own thread takes the connections. */
  front: Front | null;
}

const edges = new WeakMap<Core.Strapi, Edge>();

/** Outermost in the server, in this order, before every middleware of Strapi. */
export function createEdge(strapi: Core.Strapi): void {
  holdTickShape();
  const setting = <Value>(name: string) => strapi.plugin('km').config<Value>(name);
  const site = createSite(strapi, rooms);
  // Strapi looks a service up by its name each time, and this one is asked with every request.
  const revisions = revisionsOf(strapi);
  const snapshot = snapshotWithIndex(strapi);
  // While somebody works on the admin pages, Strapi's server has to be reached by itself.
  const wantsFront = setting<boolean>('front') && !strapi.config.get('autoReload');
  const front = wantsFront ? createFront(strapi) : null;
  const door = front ?? createDoor(strapi.server.httpServer);
  const ready = createReadyAnswers(door);
  const metrics = createMetrics(strapi, setting<string | undefined>('metricsToken'));
  const liveness = createLiveness(strapi, door, setting<number>('drainSeconds'));
  const cache = createEdgeCache({
    keyOf: (ctx) =>
      apiKey(ctx.path, ctx.querystring, () => originOf(strapi, ctx)) ?? site.keyOf(ctx),
    snapshot,
    lostSince: revisions.lostSince,
    maxBytes: setting<number>('cacheBytes'),
    ready,
    count: metrics.count,
  });
  metrics.watch({ cache, door, queues: [searchQueues, importQueues] });
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
  if (front) {
    const mark = () => front.marks.set(snapshot(), revisions.lostSince() !== null);
    revisions.onMove(mark);
    revisions.onLost(mark);
    searchOf(strapi).onGrown(mark);
  }
  edges.set(strapi, { liveness, hotReads: createHotReads(strapi, cache), front });
}

/** Takes requests, for good once what is read most is there. */
export function openEdge(strapi: Core.Strapi): void {
  const edge = edges.get(strapi);
  if (!edge) return;
  const { front, hotReads, liveness } = edge;
  strapi.server.httpServer.once('listening', () => {
    front
      ?.open()
      .then((port) => strapi.config.set('server.port', port))
      .catch((error: unknown) => strapi.stopWithError(error, 'km: no connections can be taken.'));
    void hotReads.start().finally(() => liveness.becomeReady());
  });
}

/** Finishes what was asked, and asks for no more. */
export async function closeEdge(strapi: Core.Strapi): Promise<void> {
  const edge = edges.get(strapi);
  await edge?.liveness.drain();
  await edge?.hotReads.stop();
}
