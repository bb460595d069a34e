import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Core } from '@strapi/types';
import type { Context } from 'koa';
import { expect, it, vi } from 'vitest';
import { createAccessLog } from './access-log';

it('says what was asked, how long it took and how it ended, and nothing of the query', async () => {
  const http = vi.fn();
  const log = createAccessLog({ log: { http } } as unknown as Core.Strapi);
  const ctx = {
    method: 'GET',
    path: '/api/km/v1/faqs',
    url: '/api/km/v1/faqs?q=1234567890123',
    status: 200,
  } as Context;
  await log(ctx, async () => {});
  expect(http).not.toHaveBeenCalled();
  await new Promise((resolve) => setImmediate(resolve));
  expect(http.mock.calls).toEqual([
    [
      expect.stringMatching(/^GET \/api\/km\/v1\/faqs \(\d+ ms\) 200$/),
      { method: 'GET', path: '/api/km/v1/faqs', status: 200, milliseconds: expect.any(Number) },
    ],
  ]);
});

it('is not accompanied by the one that logs queries in the reference installation', async () => {
  const path = join(__dirname, '../../../../../cms/config/middlewares.ts');
  const settings = await readFile(path, 'utf8');
  expect(settings).not.toMatch(/^ *'strapi::logger',/m);
});
