import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { launch, openPage, untilLoaded } from './browser.js';
import type { Login } from './house.js';

let browser: Browser;
let editor: Editor;
beforeAll(async () => {
  browser = await launch();
  editor = await Editor.signIn(inject('logins').editor);
});
afterAll(() => browser.close());

/** An editor at work, through the same endpoints the admin pages use. */
class Editor {
  #headers: Record<string, string>;

  private constructor(token: string) {
    this.#headers = { Authorization: `Bearer ${token}`, 'Content-Type': 'application/json' };
  }

  static async signIn(login: Login): Promise<Editor> {
    const answer = await fetch(`${inject('km')}/admin/login`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(login),
    });
    expect(answer.status).toBe(200);
    const { data } = await answer.json();
    return new Editor(data.accessToken ?? data.token);
  }

  async act(method: string, path: string, body: unknown = {}) {
    const answer = await fetch(
      `${inject('km')}/content-manager/collection-types/plugin::km.${path}`,
      { method, headers: this.#headers, body: method === 'GET' ? undefined : JSON.stringify(body) }
    );
    const json = await answer.json();
    return { status: answer.status, json };
  }
}

/** Opens the provincial page once and says whether the questions on it contain this text. */
async function isShown(text: string): Promise<boolean> {
  const { page, complaints } = await openPage(browser, inject('site'));
  await untilLoaded(page, 'km-faq-list');
  const count = await page.locator('km-faq-list').getByText(text).count();
  expect(complaints).toEqual([]);
  await page.context().close();
  return count > 0;
}

describe('an editor', () => {
  it('publishes a question that a provincial page shows at the next look, and takes it back', async () => {
    const question = 'คำถามทดสอบการเผยแพร่ <script>alert(1)</script> แสดงเป็นตัวอักษรหรือไม่';
    const draft = await editor.act('POST', 'faq', {
      question,
      answer: [{ type: 'paragraph', children: [{ type: 'text', text: 'แสดงเป็นตัวอักษร' }] }],
      audience: 'everyone',
      appliesTo: 'both',
      pinnedOrder: 1,
    });
    expect(draft.status, JSON.stringify(draft.json)).toBe(201);
    const { documentId } = draft.json.data;
    const published = await editor.act('POST', `faq/${documentId}/actions/publish`, {
      question,
      answer: draft.json.data.answer,
      audience: 'everyone',
      appliesTo: 'both',
      pinnedOrder: 1,
    });
    expect(published.status, JSON.stringify(published.json)).toBe(200);

    expect(await isShown(question)).toBe(true);

    const withdrawn = await editor.act('POST', `faq/${documentId}/actions/unpublish`);
    expect(withdrawn.status).toBe(200);
    const gone = await fetch(`${inject('km')}/api/km/v1/faqs/${documentId}`);
    expect(gone.status).toBe(404);
    expect(await isShown(question)).toBe(false);
  });

  it('is told in Thai what is missing', async () => {
    const update = { title: 'ปรับปรุงระบบ', audience: 'local', items: [] };
    const draft = await editor.act('POST', 'update', update);
    const refused =
      draft.status === 201
        ? await editor.act('POST', `update/${draft.json.data.documentId}/actions/publish`, update)
        : draft;
    expect(refused.status).toBe(400);
    expect(JSON.stringify(refused.json.error)).toMatch(/วันที่/);
  });
});
