import type { Core } from '@strapi/types';
import { closeEdge, openEdge } from './edge';
import { bootstrapEditorial } from './editorial';
import { bootstrapImports, stopImports } from './import';
import { startMembers, stopMembers } from './member';
import { breatheInStrapi } from './platform/breathe';
import { followContentChanges } from './platform/content-changes';
import { migrations } from './migrations';
import { migrate } from './platform/migrations';
import { replicaOf, startReplica } from './platform/replica';
import { revisionsOf } from './platform/revisions';
import { rooms } from './rooms';
import { followContentWrites, searchOf } from './search';
import { pageSearch } from './site/search-source';
import { keepRelease } from './site/widget-files';
import { stopJobs } from './webboard';

/** What the plugin does when the tables are there and before the first request. */
export async function bootstrap({ strapi }: { strapi: Core.Strapi }): Promise<void> {
  await migrate(strapi, migrations);
  await revisionsOf(strapi).start();
  startReplica(strapi);
  breatheInStrapi(strapi);
  followContentChanges(
    strapi,
    rooms.filter((room) => room.contentType).map((room) => room.name)
  );
  const sources = [...rooms.flatMap((room) => room.search ?? []), pageSearch];
  searchOf(strapi).prepare(sources);
  followContentWrites(strapi, sources);
  await bootstrapEditorial(strapi);
  for (const room of rooms) await room.bootstrap?.(strapi);
  await bootstrapImports(strapi);
  await startMembers(strapi);
  await keepRelease(strapi);
  openEdge(strapi);
}

/** Lets go of what would keep the process alive. */
export async function destroy({ strapi }: { strapi: Core.Strapi }): Promise<void> {
  await closeEdge(strapi);
  await stopImports(strapi);
  await stopMembers(strapi);
  await replicaOf(strapi)?.stop();
  await revisionsOf(strapi).stop();
  await stopJobs(strapi);
  await searchOf(strapi).stop();
}
