import { createHash, randomBytes } from 'node:crypto';
import { bootInstallation, environmentIn } from './installation.mjs';

/**
 * `node webboard-fill.mjs <folder> <replies> <longest> <members> <url>`: makes an installation with
 * so many replies, `longest` of them in one thread, and members who are signed in. Tells its parent
 * the ids of the threads, the longest first, and the members' tokens.
 */
const [folder = '', all = '0', longest = '0', members = '0', url = ''] = process.argv.slice(2);
const perThread = 25;
const day = 24 * 60 * 60 * 1000;
const origin = 'https://municipality.example';

const strapi = await bootInstallation(environmentIn(folder, url));
const { connection } = strapi.db;
const now = Date.now();
const at = (/** @type {number} */ before) => new Date(now - before).toISOString();
const id = () => randomBytes(12).toString('hex');

const tokens = [];
const authors = [];
for (let made = 0; made < Number(members); made += 1) {
  const { member, token } = await addMember(made);
  authors.push(member);
  tokens.push(token);
}

/** @type {string[]} */
const threads = [];
const [total, most] = [Number(all), Number(longest)];
let left = total;
await connection.transaction(async (/** @type {any} */ trx) => {
  /** @type {Record<string, object[]>} */
  const rows = { km_threads: [], km_replies: [] };
  const flush = async () => {
    for (const [table, some] of Object.entries(rows)) {
      // As many as a statement of SQLite takes.
      await trx.batchInsert(table, some, 400);
      some.length = 0;
    }
  };
  while (left > 0) {
    const replies = Math.min(left, threads.length === 0 ? most : perThread);
    left -= replies;
    const thread = threadOf(threads.length, replies);
    threads.push(thread.id);
    rows.km_threads?.push(thread);
    for (let number = 1; number <= replies; number += 1) {
      rows.km_replies?.push(replyOf(thread, number));
    }
    if ((rows.km_replies?.length ?? 0) > 20_000) await flush();
  }
  await flush();
  await trx('km_thread_counts').insert({
    topic_id: 0,
    kind: 'question',
    board_state: 'open',
    applies_to: 'both',
    threads: threads.length,
  });
});
if (url) await connection.raw('analyze');
process.send?.({ threads: threads.slice(0, 50), tokens });
await strapi.destroy();
process.exit(0);

/** @param {number} number */
async function addMember(number) {
  const user = await strapi.documents('plugin::users-permissions.user').create({
    data: {
      username: `bench-${number}`,
      email: `bench${number}@example.go.th`,
      password: randomBytes(12).toString('hex'),
      provider: 'local',
      confirmed: true,
      blocked: false,
    },
  });
  const member = id();
  await connection('km_members').insert({
    id: member,
    user_document_id: user.documentId,
    email_key: createHash('sha256').update(`bench${number}`).digest('hex'),
    display_name: `ผู้ทดสอบ ${number}`,
    name_key: `bench${number}`,
    authority_name: 'เทศบาลตำบลทดสอบ',
    grade: 'province',
    state: 'active',
    mail_key: randomBytes(32).toString('base64url'),
    approved_posts: 1,
    created_at: at(day),
  });
  const token = randomBytes(32).toString('base64url');
  const session = id();
  await connection('km_member_sessions').insert({
    id: session,
    token_hash: createHash('sha256').update(token).digest('hex'),
    member_id: member,
    kind: 'embed',
    origin,
    chain_id: session,
    chain_until: at(-day),
    created_at: at(0),
    expires_at: at(-day),
    address: '127.0.0.1',
    user_agent: 'bench',
  });
  return { member, token };
}

/**
 * @param {number} number
 * @param {string} author
 * @param {number} before - Milliseconds ago.
 */
function postOf(number, author, before) {
  const body = `ตรวจสอบวันที่ใบผ่านรายการลำดับที่ ${number} แล้วบันทึกอีกครั้งตามคู่มือการใช้งานระบบ`;
  return {
    id: id(),
    author_id: author,
    body,
    body_html: `<p>${body}</p>`,
    plain: body,
    state: 'shown',
    attachment_count: 0,
    revision: 1,
    sample: false,
    created_at: at(before),
    post_key: randomBytes(16).toString('hex'),
    post_hash: '',
  };
}

/**
 * @param {number} number
 * @param {number} replies
 */
function threadOf(number, replies) {
  const author = authors[number % authors.length] ?? '';
  // The longest is an old one: readers come to it by search, not from the top of the list.
  const before = number === 0 ? 300 * day : number * 60_000;
  return {
    ...postOf(number, author, before),
    kind: 'question',
    title: `บันทึกใบผ่านรายการลำดับที่ ${number} ไม่ได้`,
    search_key: `บันทึกใบผ่านรายการลำดับที่ ${number} ไม่ได้`,
    topic_id: 0,
    applies_to: 'both',
    board_state: 'open',
    pinned: 0,
    locked: false,
    official_answer: false,
    last_number: replies,
    reply_count: replies,
    view_count: 0,
    same_problem_count: number % 7,
    last_reply_author: author,
    last_activity_at: at(before),
  };
}

/**
 * @param {{id: string}} thread
 * @param {number} number
 */
function replyOf({ id: thread }, number) {
  return {
    ...postOf(number, authors[number % authors.length] ?? '', number * 60_000),
    thread_id: thread,
    number,
    grade: 'confirmed',
    helpful_count: 0,
    mentions: '[]',
  };
}
