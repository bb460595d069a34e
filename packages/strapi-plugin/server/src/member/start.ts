import type { Core } from '@strapi/types';
import { createPostman, type Postman } from '../platform/postman';
import { keepSweeping } from './housekeeping';

interface Work {
  postman: Postman;
  stopSweeping(): void;
}

const works = new WeakMap<Core.Strapi, Work>();

/** Shuts the doors of users-permissions that ours replace, and begins to send mail and to sweep. */
export async function startMembers(strapi: Core.Strapi): Promise<void> {
  await shutForeignDoors(strapi);
  // Commands that load the CMS without serving send nothing and throw nothing away.
  strapi.server.httpServer.once('listening', () => {
    const postman = createPostman(strapi);
    works.set(strapi, { postman, stopSweeping: keepSweeping(strapi) });
    postman.start();
  });
}

export async function stopMembers(strapi: Core.Strapi): Promise<void> {
  const work = works.get(strapi);
  work?.stopSweeping();
  await work?.postman.stop();
}

/** Its routes are closed at the boundary; should anybody open them, nobody can register there. */
async function shutForeignDoors(strapi: Core.Strapi): Promise<void> {
  const store = strapi.store({ type: 'plugin', name: 'users-permissions' });
  const advanced = ((await store.get({ key: 'advanced' })) ?? {}) as object;
  await store.set({
    key: 'advanced',
    value: {
      unique_email: true,
      email_confirmation: true,
      default_role: 'authenticated',
      ...advanced,
      allow_register: false,
    },
  });
}
