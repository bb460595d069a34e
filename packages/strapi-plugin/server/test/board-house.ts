import type { MailContent } from '../src/platform/mail';
import { unlock } from '../src/platform/secrets';
import { boardOf, type Board, type BoardAnswer } from './board';
import { signInMember, type TestMember } from './member';
import { signIn } from './sign-in';
import { startApp, type TestApp } from './start-app';

// One booted Strapi and its people, for all suites of the file that opens it.
export let app: TestApp;
export let board: Board;
export let asker: TestMember;
export let peer: TestMember;
export let officer: TestMember;
export let moderator: TestMember;
export let newcomer: TestMember;

/** Boots; close it in `afterAll`. */
export async function openHouse(): Promise<void> {
  app = await startApp();
  board = boardOf(app);
  asker = await signInMember(app, { displayName: 'ผู้ถาม ทดสอบ', wantsMail: true });
  peer = await signInMember(app);
  officer = await signInMember(app, { grade: 'officer' });
  moderator = await signInMember(app, { grade: 'officer', isModerator: true });
  newcomer = await signInMember(app, { approvedPosts: 0 });
}

export async function closeHouse(): Promise<void> {
  await app?.stop();
}

/** A table of the board as it is. */
export const table = (name: string) => app.strapi.db.connection(name);

/** Acts as the moderator does, with a reason. */
export const moderate = (path: string, action: string, more: object = {}): Promise<BoardAnswer> =>
  board.send(moderator, path, { action, reason: 'ตามกติกาของเว็บบอร์ด', ...more });

const panelUsers = new Map<string, Promise<Record<string, string>>>();

/** Asks the server as a user of the admin panel. */
export async function askAsPanel(
  role: 'strapi-editor' | 'strapi-super-admin',
  method: 'GET' | 'POST' | 'PUT',
  path: string,
  body?: object
): Promise<{ status: number; body: Record<string, unknown> }> {
  const headers = panelUsers.get(role) ?? signIn(app, role);
  panelUsers.set(role, headers);
  const answer = await app.get(path, {
    method,
    headers: { ...(await headers), 'Content-Type': 'application/json' },
    ...(body && { body: JSON.stringify(body) }),
  });
  return { status: answer.status, body: (await answer.json()) as never };
}

/** Mails on their way to an address, the last one last. */
export async function mailsTo(email: string): Promise<MailContent['mail'][]> {
  const rows = (await table('km_mails').whereNotNull('content').orderBy('created_at')) as {
    content: string;
  }[];
  return rows
    .map(({ content }) => JSON.parse(unlock(app.strapi, 'mail', content) ?? '{}') as MailContent)
    .filter(({ to }) => to === email)
    .map(({ mail }) => mail);
}
