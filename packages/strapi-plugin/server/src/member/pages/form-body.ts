import type { Context } from 'koa';
import { readBody } from '../../platform/json-body';
import { ProblemError } from '../../platform/problem';

/** Bytes a form may have; Thai letters take nine each in an address-like body. */
const mostBytes = 32 * 1024;

/** What was filled in; every value is text without signs that databases refuse. */
export async function readForm(ctx: Context): Promise<URLSearchParams> {
  await readBody(ctx, { bytes: mostBytes, types: ['application/x-www-form-urlencoded'] });
  const form = new URLSearchParams((ctx.state.kmBody as Buffer).toString('utf8'));
  for (const value of form.values()) {
    if (/\0/.test(value)) {
      throw new ProblemError(400, {
        th: 'ข้อมูลที่ส่งมาไม่ถูกต้อง',
        en: 'What was sent is not valid.',
      });
    }
  }
  return form;
}
