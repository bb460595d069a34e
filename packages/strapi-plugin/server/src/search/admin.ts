import { searchQuery } from '@km-laas/contract';
import type { Core } from '@strapi/types';
import type { Context } from 'koa';
import { z } from 'zod';
import { ProblemError } from '../platform/problem';
import { documentsOfFiles } from './feed/file-users';
import { textsOverview, wantAgain } from './files/file-texts';
import { listUnanswered, settleQuery } from './queries/report';
import { searchOf } from './search';
import { explain } from './service';

/** The permission to see what readers look for and to look after the index. */
export const managePermission = 'plugin::km.search.manage';

const choice = z.object({
  kind: z.enum(['noResults', 'lowClicks']).default('noResults'),
  days: z.coerce.number().int().min(1).max(90).default(30),
  page: z.coerce.number().int().min(1).max(100_000).default(1),
  pageSize: z.coerce.number().int().min(1).max(100).default(25),
});
const queryBody = z.strictObject({ q: z.string().trim().min(1).max(200) });
const fileHash = z.string().min(1).max(255);

export const searchController = ({ strapi }: { strapi: Core.Strapi }) => ({
  /** `GET /km/search/unanswered?kind=&days=&page=&pageSize=` */
  async unanswered(ctx: Context) {
    const asked = choice.safeParse(ctx.query);
    if (!asked.success) return malformed(ctx, asked.error);
    await searchOf(strapi).recorder.flush();
    const { entries, total } = await listUnanswered(strapi, asked.data);
    const { page, pageSize } = asked.data;
    ctx.body = { data: entries, meta: { page, pageSize, total } };
  },
  /** `POST /km/search/faq-drafts` with `{ q }`: a draft that answers it, to be written. */
  async startFaq(ctx: Context) {
    const asked = queryBody.safeParse((ctx.request as { body?: unknown }).body);
    if (!asked.success) return malformed(ctx, asked.error);
    const { q } = asked.data;
    const user = (ctx.state.user as { id?: number } | undefined)?.id;
    const { documentId } = await strapi.documents('plugin::km.faq' as never).create({
      data: {
        question: q,
        keywords: q,
        audience: 'everyone',
        appliesTo: 'both',
        ...(user !== undefined && { createdBy: user, updatedBy: user }),
      } as never,
    });
    await settleQuery(strapi, q, documentId);
    ctx.status = 201;
    ctx.body = { data: { documentId } };
  },
  /** `POST /km/search/settled` with `{ q }`: nothing needs to be written for it. */
  async settle(ctx: Context) {
    const asked = queryBody.safeParse((ctx.request as { body?: unknown }).body);
    if (!asked.success) return malformed(ctx, asked.error);
    await settleQuery(strapi, asked.data.q, null);
    ctx.body = { data: { settled: true } };
  },
  /** `GET /km/search/state`: the index of the instance that answers, and the files of all. */
  async state(ctx: Context) {
    const { behindSince, ...state } = searchOf(strapi).state();
    const files = await textsOverview(strapi);
    const failures = [];
    for (const failure of files.failures.slice(0, 50)) {
      const documents = await documentsOfFiles(strapi, { hash: failure.hash });
      failures.push({ ...failure, documents });
    }
    ctx.body = {
      data: {
        ...state,
        lagSeconds: behindSince ? Math.round((Date.now() - behindSince.getTime()) / 1000) : 0,
        files: { ...files, failures },
      },
    };
  },
  /** `POST /km/search/rebuild` */
  async rebuild(ctx: Context) {
    await searchOf(strapi).rebuildEverywhere();
    ctx.status = 202;
    ctx.body = { data: { queued: true } };
  },
  /** `POST /km/search/files/:hash/again` */
  async readAgain(ctx: Context) {
    const hash = fileHash.safeParse(ctx.params.hash);
    if (!hash.success || !(await wantAgain(strapi, hash.data))) {
      return ctx.notFound('ไม่พบไฟล์นี้ในรายการที่อ่านไม่ได้ โหลดหน้านี้ใหม่');
    }
    searchOf(strapi).readFiles();
    ctx.body = { data: { queued: true } };
  },
  /** `GET /km/search/explain?q=`: as `/search` of the public API, with why. */
  async explain(ctx: Context) {
    const asked = searchQuery.safeParse(ctx.query);
    if (!asked.success) return malformed(ctx, asked.error);
    try {
      ctx.body = { data: await explain(strapi, asked.data) };
    } catch (error) {
      if (!(error instanceof ProblemError)) throw error;
      ctx.status = error.status;
      ctx.body = { data: null, error: { status: error.status, message: error.sentence.th } };
    }
  },
});

function malformed(ctx: Context, error: z.ZodError): void {
  ctx.badRequest(`Malformed: ${error.issues.map(({ path }) => path.join('.')).join(', ')}`);
}

const manage = {
  policies: [
    'admin::isAuthenticatedAdmin',
    { name: 'admin::hasPermissions', config: { actions: [managePermission] } },
  ],
};
const manageAndWrite = {
  policies: [
    ...manage.policies,
    {
      name: 'admin::hasPermissions',
      config: { actions: [['plugin::content-manager.explorer.create', 'plugin::km.faq']] },
    },
  ],
};

const route = (
  method: 'GET' | 'POST',
  path: string,
  action: string,
  config: typeof manage | typeof manageAndWrite = manage
) => ({ method, path: `/search${path}`, handler: `search.${action}`, config });

/** Routes of the admin panel; they stand below `/km`. */
export const searchAdminRoutes = [
  route('GET', '/unanswered', 'unanswered'),
  route('POST', '/faq-drafts', 'startFaq', manageAndWrite),
  route('POST', '/settled', 'settle'),
  route('GET', '/state', 'state'),
  route('POST', '/rebuild', 'rebuild'),
  route('POST', '/files/:hash/again', 'readAgain'),
  route('GET', '/explain', 'explain'),
];

/** Makes the permission known, so that roles can be granted it; new editors have it. */
export async function registerSearchPermission(strapi: Core.Strapi): Promise<void> {
  await strapi.service('admin::permission').actionProvider.registerMany([
    {
      section: 'plugins',
      pluginName: 'km',
      uid: 'search.manage',
      displayName: 'ดูคำค้นของผู้อ่านและดูแลดัชนีค้นหา',
    },
  ]);
  strapi.db.lifecycles.subscribe({
    models: ['admin::role'],
    async afterCreate({ result }) {
      const { id, code } = result as { id: number; code: string };
      if (code !== 'strapi-editor') return;
      await strapi.service('admin::role').addPermissions(id, [{ action: managePermission }]);
    },
  });
}
