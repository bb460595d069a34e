import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readerOf, type Reader } from '../../test/answers';
import { editorOf, type Editor } from '../../test/editor';
import { startApp, type TestApp } from '../../test/start-app';
import { statementsOf } from '../../test/statements';
import { waitUntil } from '../../test/wait-until';

let app: TestApp;
let editor: Editor;
let reader: Reader;

const inHours = (hours: number) => new Date(Date.now() + hours * 3_600_000).toISOString();
const read = async () => (await reader.read('getStatus')).data;

beforeAll(async () => {
  app = await startApp();
  editor = editorOf(app.strapi);
  reader = readerOf(app);
});
afterAll(() => app?.stop());

describe('GET /status', () => {
  it('is as usual where nothing is announced', async () => {
    expect(await read()).toEqual({ state: 'normal', notices: [] });
  });

  it('tells what holds, what to do, and what is coming', async () => {
    await editor.draft('status', { headline: 'ร่าง', state: 'closed', startsAt: inHours(-1) });
    await editor.publish('status', {
      headline: 'จบแล้ว',
      startsAt: inHours(-3),
      endsAt: inHours(-1),
    });
    const coming = await editor.publish('status', {
      headline: 'ปิดปรับปรุงคืนวันเสาร์',
      state: 'closed',
      startsAt: inHours(48),
      endsAt: inHours(54),
    });
    await editor.publish('status', { headline: 'อีกนาน', startsAt: inHours(24 * 30) });
    const slow = await editor.publish('status', {
      headline: 'ระบบตอบช้ากว่าปกติ',
      advice: 'บันทึกร่างไว้ก่อน\n\n  พิมพ์รายงานหลัง 18.00 น.  \n',
      startsAt: inHours(-1),
    });
    const { state, notices } = await read();
    expect(state).toBe('slow');
    expect(notices.map(({ id }) => id)).toEqual([slow, coming]);
    expect(notices[0]).toMatchObject({
      headline: 'ระบบตอบช้ากว่าปกติ',
      advice: ['บันทึกร่างไว้ก่อน', 'พิมพ์รายงานหลัง 18.00 น.'],
      endsAt: null,
    });
    await editor.unpublish('status', slow);
    expect((await read()).state).toBe('normal');
  });

  it('changes by the clock alone', async () => {
    await editor.publish('status', {
      headline: 'ปิดสองวินาที',
      state: 'closed',
      startsAt: inHours(1.5 / 3600),
      endsAt: inHours(3.5 / 3600),
    });
    expect((await read()).state).toBe('normal');
    await waitUntil(async () => (await read()).state === 'closed');
    await waitUntil(async () => (await read()).state === 'normal');
  });

  it('takes two statements at most', async () => {
    const statements = await statementsOf(app.strapi, () => read(), { ofServer: false });
    expect(statements.length).toBeLessThanOrEqual(2);
  });

  it('refuses what is over before it begins', async () => {
    const made = editor.publish('status', { startsAt: inHours(2), endsAt: inHours(1) });
    await expect(made).rejects.toThrow();
  });

  it('refuses parameters', async () => {
    expect((await reader.problem('/status?page=1')).status).toBe(400);
  });
});
