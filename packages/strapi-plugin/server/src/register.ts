import type { Core } from '@strapi/types';
import { registerComponents } from './components';
import { createEdge } from './edge';
import { registerEditorial } from './editorial';
import { getReadyOneByOne } from './platform/boot-lock';
import { rooms } from './rooms';

/** What the plugin sets up before there is a database. */
export async function register({ strapi }: { strapi: Core.Strapi }): Promise<void> {
  getReadyOneByOne(strapi);
  registerComponents(strapi);
  registerEditorial(strapi);
  for (const room of rooms) await room.register?.(strapi);
  createEdge(strapi);
}
