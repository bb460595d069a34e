import { expect } from 'vitest';
import type { CaughtMail, MailCatcher } from '../../../../scripts/lib/mail-catcher.mjs';
import type { TestApp } from './start-app';
import { waitUntil } from './wait-until';

/** A browser without scripts: keeps cookies, follows redirects, fills in the forms of pages. */
export interface Visitor {
  cookies: Map<string, string>;
  look(path: string, headers?: Record<string, string>): Promise<Seen>;
  /** Opens a page that sends the browser to another site; answers where. */
  leave(path: string): Promise<string>;
  /** Opens a page and sends its form that goes to `action`, with what it holds and what is given. */
  fillIn(path: string, fields: Record<string, string>, action?: string): Promise<Seen>;
  /** Sends anything, as an attacker would. */
  send(
    path: string,
    fields: Record<string, string>,
    headers?: Record<string, string>
  ): Promise<Seen>;
}

export interface Seen {
  status: number;
  /** Where it ended up after redirects. */
  path: string;
  text: string;
  response: Response;
}

export function visitorOf(app: Pick<TestApp, 'get' | 'origin'>): Visitor {
  const cookies = new Map<string, string>();

  async function once(path: string, init: RequestInit = {}): Promise<Response> {
    const headers = new Headers(init.headers);
    if (cookies.size > 0) {
      headers.set('Cookie', [...cookies].map(([name, value]) => `${name}=${value}`).join('; '));
    }
    const response = await app.get(path, { ...init, headers });
    for (const line of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      if (/max-age=0/i.test(line)) cookies.delete(name);
      else cookies.set(name, value);
    }
    return response;
  }

  async function ask(path: string, init: RequestInit = {}): Promise<Seen> {
    const response = await once(path, init);
    const location = response.headers.get('location');
    if (location && [301, 302, 303].includes(response.status)) {
      expect(location).toMatch(/^\//);
      return ask(location);
    }
    return { status: response.status, path, text: await response.text(), response };
  }

  const visitor: Visitor = {
    cookies,
    look: (path, headers) => ask(path, { headers }),
    async leave(path) {
      const response = await once(path);
      const location = response.headers.get('location') ?? '';
      expect([response.status, location]).toEqual([303, expect.stringMatching(/^http/)]);
      return location;
    },
    send: (path, fields, headers = { Origin: app.origin }) =>
      ask(path, {
        method: 'POST',
        body: new URLSearchParams(fields),
        headers: { 'Sec-Fetch-Site': 'same-origin', ...headers },
      }),
    async fillIn(path, fields, action = path.split('?')[0]) {
      const { text, status } = await visitor.look(path);
      const form = formTo(text, action as string);
      if (!form) throw new Error(`${path} (${status}) has no form to ${action}: ${text}`);
      return visitor.send(action as string, { ...form, ...fields });
    },
  };
  return visitor;
}

/** What a form of a page holds before anybody fills it in; null where there is no such form. */
export function formTo(text: string, action: string): Record<string, string> | null {
  const forms = [...text.matchAll(/<form method="post" action="([^"]*)"[^]*?<\/form>/g)];
  const form = forms.find(([, to]) => to?.replaceAll('&amp;', '&').split('?')[0] === action);
  if (!form) return null;
  const fields: Record<string, string> = {};
  for (const [input] of form[0].matchAll(/<input[^>]*>/g)) {
    const name = /name="([^"]*)"/.exec(input)?.[1];
    const value = /value="([^"]*)"/.exec(input)?.[1] ?? '';
    const isChoice = /type="(radio|checkbox)"/.test(input);
    if (name && (!isChoice || /\schecked/.test(input))) {
      fields[name] = value
        .replaceAll('&#39;', "'")
        .replaceAll('&quot;', '"')
        .replaceAll('&amp;', '&');
    }
  }
  return fields;
}

/** The newest mail to an address, when it has come; `after` mails that came before are passed over. */
export async function mailTo(catcher: MailCatcher, to: string, after = 0): Promise<CaughtMail> {
  const own = () => catcher.mails.filter((mail) => mail.to.includes(to));
  await waitUntil(() => own().length > after, { within: 60_000 });
  return own().at(-1) as CaughtMail;
}

/** The path of ours that a mail asks its reader to open. */
export function pathIn(mail: CaughtMail): string {
  const [url] = /https?:\/\/\S+\/members\/\S+/.exec(mail.text) ?? [];
  if (!url) throw new Error(`The mail has no address in it: ${mail.text}`);
  const { pathname, search } = new URL(url);
  return pathname + search;
}
