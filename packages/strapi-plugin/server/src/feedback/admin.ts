import type { Core } from '@strapi/types';
import type { Context } from 'koa';
import { z } from 'zod';
import { listFeedback } from './service';

/** The permission to read what readers said, as roles are granted it. */
export const readPermission = 'plugin::km.feedback.read';

const query = z.object({
  service: z.enum(['faq', 'manual']).optional(),
  helpful: z.stringbool({ truthy: ['true'], falsy: ['false'] }).optional(),
  page: z.coerce.number().int().min(1).max(100_000).default(1),
  pageSize: z.coerce.number().int().min(1).max(100).default(25),
});

export const feedbackController = ({ strapi }: { strapi: Core.Strapi }) => ({
  /** `GET /km/feedback?service=&helpful=&page=&pageSize=` of the admin panel. */
  async list(ctx: Context) {
    const asked = query.safeParse(ctx.query);
    if (!asked.success) {
      const names = asked.error.issues.map(({ path }) => path.join('.'));
      ctx.badRequest(`Malformed: ${names.join(', ')}`);
      return;
    }
    const { page, pageSize } = asked.data;
    const { entries, total, counts } = await listFeedback(strapi, asked.data);
    ctx.body = { data: entries, meta: { page, pageSize, total, ...counts } };
  },
});

/** Routes of the admin panel; they stand below `/km`. */
export const feedbackAdminRoutes = [
  {
    method: 'GET' as const,
    path: '/feedback',
    handler: 'feedback.list',
    config: {
      policies: [
        'admin::isAuthenticatedAdmin',
        { name: 'admin::hasPermissions', config: { actions: [readPermission] } },
      ],
    },
  },
];

/** Makes the permission known, so that roles can be granted it. */
export async function registerFeedbackPermission(strapi: Core.Strapi): Promise<void> {
  await strapi.service('admin::permission').actionProvider.registerMany([
    {
      section: 'plugins',
      pluginName: 'km',
      uid: 'feedback.read',
      displayName: 'อ่านความเห็นของผู้อ่าน',
    },
  ]);
  grantToNewEditors(strapi);
}

/**
 * Strapi makes its Editor role at the first start, after plugins; it gets the permission then and
 * never again, so that an administrator can take it away.
 */
function grantToNewEditors(strapi: Core.Strapi): void {
  strapi.db.lifecycles.subscribe({
    models: ['admin::role'],
    async afterCreate({ result }) {
      const { id, code } = result as { id: number; code: string };
      if (code !== 'strapi-editor') return;
      await strapi.service('admin::role').addPermissions(id, [{ action: readPermission }]);
    },
  });
}
