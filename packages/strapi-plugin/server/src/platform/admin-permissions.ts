import type { Core } from '@strapi/types';

/** A permission of the admin panel, as roles are granted it: `plugin::km.<uid>`. */
export interface AdminPermission {
  uid: string;
  /** What roles call it, in Thai. */
  displayName: string;
}

/** The name routes and roles know a permission by. */
export function actionOf(uid: string): string {
  return `plugin::km.${uid}`;
}

/** The policies of an admin route that asks for a permission. */
export function onlyWith(uid: string) {
  return [
    'admin::isAuthenticatedAdmin',
    { name: 'admin::hasPermissions', config: { actions: [actionOf(uid)] } },
  ];
}

/**
 * How a room writes its routes of the panel: `adminRoutes('/members', 'member')('GET', '', 'list',
 * 'member.read')` is `GET /km/members`, answered by `list` of the controller `member`.
 */
export function adminRoutes<Permission extends string>(base: string, controller: string) {
  return (
    method: 'GET' | 'POST' | 'PUT',
    path: string,
    handler: string,
    permission: Permission
  ) => ({
    method,
    path: `${base}${path}`,
    handler: `${controller}.${handler}`,
    config: { policies: onlyWith(permission) },
  });
}

/**
 * Makes permissions known, so that roles can be granted them.
 *
 * Strapi makes its Editor role at the first start, after plugins; it gets them then and never
 * again, so that an administrator can take them away.
 */
export async function registerPermissions(
  strapi: Core.Strapi,
  permissions: readonly AdminPermission[],
  /** False for what only those may do whom an administrator chose. */
  { forEditors = true }: { forEditors?: boolean } = {}
): Promise<void> {
  await strapi.service('admin::permission').actionProvider.registerMany(
    permissions.map(({ uid, displayName }) => ({
      section: 'plugins',
      pluginName: 'km',
      uid,
      displayName,
    }))
  );
  if (!forEditors) return;
  strapi.db.lifecycles.subscribe({
    models: ['admin::role'],
    async afterCreate({ result }) {
      const { id, code } = result as { id: number; code: string };
      if (code !== 'strapi-editor') return;
      const granted = permissions.map(({ uid }) => ({ action: actionOf(uid) }));
      await strapi.service('admin::role').addPermissions(id, granted);
    },
  });
}
