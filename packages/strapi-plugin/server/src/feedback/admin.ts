import type { Core } from '@strapi/types';
import type { Context } from 'koa';
import { z } from 'zod';
import { onlyWith, registerPermissions } from '../platform/admin-permissions';
import { listFeedback } from './service';

/** The permission to read what readers said. */
const read = 'feedback.read';

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
    config: { policies: onlyWith(read) },
  },
];

/** Makes the permission known, so that roles can be granted it. */
export function registerFeedbackPermission(strapi: Core.Strapi): Promise<void> {
  return registerPermissions(strapi, [{ uid: read, displayName: 'อ่านความเห็นของผู้อ่าน' }]);
}
