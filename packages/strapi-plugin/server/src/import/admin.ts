import type { Core } from '@strapi/types';
import type { Context } from 'koa';
import { z } from 'zod';
import { adminRoutes, registerPermissions } from '../platform/admin-permissions';
import { csvOf, xlsxOf, type Table } from '../platform/table';
import { dataSetNames } from './data-set';
import { sheets } from './data-sets';
import { limits } from './reading/limits';
import { ImportProblem } from './present';
import { importsOf, type Imports } from './service';
import { templateOf } from './template';

const read = 'import.read';
const run = 'import.run';
const rollBack = 'import.rollback';

const dataSet = z.enum(dataSetNames);
const unit = z.enum(['baht', 'thousandBaht']);
const scope = z.enum(['months', 'authorities']);
const paging = {
  page: z.coerce.number().int().min(1).max(100_000).default(1),
  pageSize: z.coerce.number().int().min(1).max(100).default(25),
};

const listQuery = z.strictObject({ ...paging, dataSet: dataSet.optional() });
const faultsQuery = z.strictObject(paging);
const uploadQuery = z.strictObject({
  dataSet,
  fileName: z.string().trim().min(1).max(255),
  unit: unit.default('baht'),
  scope: scope.default('months'),
  sample: z.stringbool({ truthy: ['true'], falsy: ['false'] }).default(false),
});
const recheckBody = z.strictObject({ unit, scope });
const commitBody = z.strictObject({ leaveOutBadRows: z.boolean() });
const nothing = z.strictObject({}).optional();
const jobId = z.uuid();

/** @throws {ImportProblem} 400, naming what is malformed */
function valid<Schema extends z.ZodType>(schema: Schema, given: unknown): z.infer<Schema> {
  const asked = schema.safeParse(given);
  if (asked.success) return asked.data;
  const names = asked.error.issues.flatMap((issue) =>
    issue.code === 'unrecognized_keys' ? issue.keys : [issue.path.join('.')]
  );
  throw new ImportProblem(400, `ค่าที่ส่งมาไม่ถูกต้อง: ${[...new Set(names)].join(', ')}`);
}

const bodyOf = (ctx: Context) => (ctx.request as { body?: unknown }).body;

function idOf(ctx: Context): string {
  const id = jobId.safeParse(ctx.params.id);
  if (!id.success) throw new ImportProblem(404, 'ไม่พบการนำเข้านี้');
  return id.data;
}

function whoAsks(ctx: Context): string {
  const { firstname, lastname, username } = (ctx.state.user ?? {}) as Record<string, string | null>;
  return [firstname, lastname].filter(Boolean).join(' ') || username || 'ผู้ดูแลระบบ';
}

function attach(ctx: Context, name: string, type: string, bytes: Buffer): void {
  ctx.set('Content-Disposition', `attachment; filename="${name}"`);
  ctx.set('Cache-Control', 'no-store');
  ctx.type = type;
  ctx.body = bytes;
}

type Action = (imports: Imports, ctx: Context) => Promise<void>;

const actions: Record<string, Action> = {
  async dataSets(imports, ctx) {
    ctx.body = { data: await imports.dataSets() };
  },
  async templateCsv(_, ctx) {
    const table = templateTable(ctx);
    attach(ctx, `${table.name}.csv`, 'text/csv; charset=utf-8', await csvOf(table));
  },
  async templateXlsx(_, ctx) {
    const table = templateTable(ctx);
    attach(ctx, `${table.name}.xlsx`, xlsxType, await xlsxOf(table));
  },
  async list(imports, ctx) {
    const choice = valid(listQuery, ctx.query);
    const { jobs, total } = await imports.list(choice);
    ctx.body = { data: jobs, meta: { page: choice.page, pageSize: choice.pageSize, total } };
  },
  async create(imports, ctx) {
    const { dataSet, fileName, ...options } = valid(uploadQuery, ctx.query);
    if (!ctx.is('application/octet-stream')) {
      throw new ImportProblem(415, 'ต้องส่งไฟล์เป็น application/octet-stream');
    }
    const job = await imports.create({
      dataSet,
      options,
      fileName,
      createdBy: whoAsks(ctx),
      source: ctx.req,
      length: ctx.request.length ?? null,
    });
    ctx.status = 201;
    ctx.body = { data: job };
  },
  async get(imports, ctx) {
    ctx.body = { data: await imports.get(idOf(ctx)) };
  },
  async faults(imports, ctx) {
    const choice = valid(faultsQuery, ctx.query);
    const { faults, total } = await imports.faults(idOf(ctx), choice);
    ctx.body = { data: faults, meta: { page: choice.page, pageSize: choice.pageSize, total } };
  },
  async faultsCsv(imports, ctx) {
    const id = idOf(ctx);
    const { faults } = await imports.faults(id, { page: 1, pageSize: limits.faults });
    const table: Table = {
      name: `import-faults-${id.slice(0, 8)}`,
      columns: [
        { name: 'แถว', kind: 'number' },
        { name: 'คอลัมน์', kind: 'text' },
        { name: 'ค่าที่พิมพ์', kind: 'text' },
        { name: 'สิ่งที่ผิด', kind: 'text' },
      ],
      rows: faults.map(({ row, column, value, sentence }) => [row, column, value, sentence]),
    };
    attach(ctx, `${table.name}.csv`, 'text/csv; charset=utf-8', await csvOf(table));
  },
  async recheck(imports, ctx) {
    ctx.body = { data: await imports.recheck(idOf(ctx), valid(recheckBody, bodyOf(ctx))) };
  },
  async commit(imports, ctx) {
    ctx.body = { data: await imports.commit(idOf(ctx), valid(commitBody, bodyOf(ctx))) };
  },
  async cancel(imports, ctx) {
    valid(nothing, bodyOf(ctx));
    ctx.body = { data: await imports.cancel(idOf(ctx)) };
  },
  async rollback(imports, ctx) {
    valid(nothing, bodyOf(ctx));
    ctx.body = { data: await imports.rollback(idOf(ctx)) };
  },
};

const xlsxType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

function templateTable(ctx: Context): Table {
  const name = dataSet.safeParse(ctx.params.name);
  const sheet = name.success ? sheets[name.data] : undefined;
  if (!sheet) throw new ImportProblem(404, 'ไม่มีข้อมูลชุดนี้');
  return templateOf(sheet);
}

/** What Strapi calls the answers that refuse. */
const refusals = {
  400: 'badRequest',
  404: 'notFound',
  409: 'conflict',
  413: 'payloadTooLarge',
  415: 'unsupportedMediaType',
} as const;
type Refusals = Record<(typeof refusals)[keyof typeof refusals], (message: string) => void>;

/** The import centre's side of the admin panel; see `admin-api.ts`. */
export const importController = ({ strapi }: { strapi: Core.Strapi }) =>
  Object.fromEntries(
    Object.entries(actions).map(([name, act]) => [
      name,
      async (ctx: Context) => {
        try {
          await act(importsOf(strapi), ctx);
        } catch (error) {
          if (!(error instanceof ImportProblem)) throw error;
          // What is left of a file nobody wants is not waited for.
          if (name === 'create') ctx.set('Connection', 'close');
          (ctx as unknown as Refusals)[refusals[error.status]](error.message);
        }
      },
    ])
  );

const route = adminRoutes('/imports', 'import');

/** Routes of the admin panel; they stand below `/km`. */
export const importAdminRoutes = [
  route('GET', '/data-sets', 'dataSets', read),
  route('GET', '/data-sets/:name/template.csv', 'templateCsv', read),
  route('GET', '/data-sets/:name/template.xlsx', 'templateXlsx', read),
  route('GET', '', 'list', read),
  route('POST', '', 'create', run),
  route('GET', '/:id', 'get', read),
  route('GET', '/:id/faults', 'faults', read),
  route('GET', '/:id/faults.csv', 'faultsCsv', read),
  route('POST', '/:id/recheck', 'recheck', run),
  route('POST', '/:id/commit', 'commit', run),
  route('POST', '/:id/cancel', 'cancel', run),
  route('POST', '/:id/rollback', 'rollback', rollBack),
];

export function registerImportPermissions(strapi: Core.Strapi): Promise<void> {
  return registerPermissions(strapi, [
    { uid: read, displayName: 'ดูการนำเข้าข้อมูล' },
    { uid: run, displayName: 'นำเข้าข้อมูล ยืนยัน และยกเลิก' },
    { uid: rollBack, displayName: 'ย้อนกลับการนำเข้าข้อมูล' },
  ]);
}
