import { find, mount, reset, until, visibleText } from './fixture.js';
import {
  mine,
  officialReply,
  reply,
  thread,
  threadId,
  threadListItem,
} from './fixtures/threads.js';
import { itemAnswer, listAnswer, scriptApi, type ScriptedApi } from './scripted-api.js';
import { ownMember } from './sign-in.js';
// What is fetched later is here before the first test: a slow machine is no failure of the board.
import '../src/elements/webboard/act-dialogs.js';
import '../src/elements/webboard/ask-page.js';
import '../src/elements/webboard/more-acts.js';
import '../src/elements/webboard/pending-posts.js';
import '../src/elements/webboard/reply-desk.js';
import '../src/elements/webboard/thread-page.js';
import '../src/elements/webboard/webboard.define.js';
import type { WebboardElement } from '../src/elements/webboard/webboard.js';

export const first = threadListItem();
export const second = threadListItem({
  id: 'thread000000000000000002',
  title: 'แลกเปลี่ยนวิธีปิดบัญชีสิ้นปี',
  kind: 'discussion',
  pinned: true,
  topic: null,
});
/** What the server answers to something that was done. */
export const written = (data: unknown, status = 200) =>
  Response.json({ data, meta: {} }, { status });
export const sentReply = {
  id: 'reply0000000000000000009',
  thread: threadId,
  number: 3,
  state: 'shown',
  heldReason: null,
  revision: 1,
};
export const bodyOf = ({ options }: { options: RequestInit }) =>
  JSON.parse(options.body as string) as Record<string, unknown>;

/** The server of the test that runs. */
export let api: ScriptedApi;
export const threadPath = `/threads/${threadId}`;
export const repliesPath = `${threadPath}/replies`;

/** Gives each test of a suite a board with two threads, and clears up after it. */
export function scriptBoard(): void {
  beforeEach(() => {
    api = scriptApi();
    api.answer('/threads', () => listAnswer([first, second]));
    api.answer('/topics', () => listAnswer([]));
    api.answer(threadPath, () => itemAnswer(thread()));
    api.answer(repliesPath, () => listAnswer([reply(), officialReply()]));
    api.answer('/threads/mine', () => itemAnswer(mine()));
    api.answer(`${threadPath}/read`, () => written({ lastRead: 2, unreadThreads: 0 }));
    api.answer('/threads/check', () => written({ decision: 'pass', findings: [] }));
    api.answer('/members/me', () => itemAnswer(ownMember()));
  });
  afterEach(() => {
    reset();
    api.restore();
  });
}

export const open = (attributes: Record<string, string> = {}) =>
  mount<WebboardElement>('km-webboard', { api: api.address, ...attributes });
export const openThread = async (attributes: Record<string, string> = {}) => {
  const element = await open({ item: threadId, ...attributes });
  await until(() => element.shadowRoot!.querySelector('#reply-2'), 'the replies are there');
  return element;
};
export const has = (element: Element, text: string) =>
  until(() => visibleText(element).includes(text), `it shows ${text}`);
export const button = (element: Element, words: string, within = '') => {
  const found = [
    ...element.shadowRoot!.querySelectorAll<HTMLButtonElement>(`${within} button`),
  ].find(({ textContent, hidden }) => !hidden && textContent.includes(words));
  if (!found) throw new Error(`No button ${words}: ${visibleText(element)}`);
  return found;
};
export const untilButton = async (element: Element, words: string, within = '') => {
  await until(() => {
    try {
      return button(element, words, within);
    } catch {
      return false;
    }
  }, `there is a button ${words}`);
  return button(element, words, within);
};
export const type = (element: Element, selector: string, text: string) => {
  const field = find<HTMLInputElement>(element, selector);
  field.value = text;
  field.dispatchEvent(new InputEvent('input', { bubbles: true }));
};
export const requests = (path: string) =>
  api.requests.filter(({ url }) => url.pathname === `/api/km/v1${path}`);
export const posts = (path: string) =>
  requests(path).filter(({ options }) => options.method === 'POST');
export const openReply = async (element: Element) => {
  (await untilButton(element, 'ตอบกระทู้')).click();
  await until(() => element.shadowRoot!.querySelector('.composer'), 'the field is there');
};
