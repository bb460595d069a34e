import type { Core } from '@strapi/types';
import { tableNamed } from '../../content/tables';
import { tablesIn } from '../../editorial/ambient-table';
import { authorsOf, memberEmail } from '../../member';
import { excerptOf } from '../dto';
import type { ReplyRow } from '../rows';
import { queueBoardMail } from './outbox';

/** Of one thread to one member: however fast a thread grows, nobody's mailbox does. */
const quietMinutes = 10;
/** Threads whose last reply is older have been told of. */
const lookBackDays = 3;
const mostAtOnce = 200;

/** Somebody who follows a thread in which something is new since they were last told. */
export interface Due {
  thread_id: string;
  member_id: string;
  mode: 'immediate' | 'digest';
  told: number;
  title: string;
  last_number: number;
}

/** Mails those who want to hear of replies at once; each reply is told of once, whoever does it. */
export async function sendReplyNotices(strapi: Core.Strapi): Promise<number> {
  const quiet = new Date(Date.now() - quietMinutes * 60_000).toISOString();
  const due = await findDue(strapi, ['immediate'], lookBackDays, (query) =>
    query.where((free) => free.whereNull('follow.told_at').orWhere('follow.told_at', '<', quiet))
  );
  let sent = 0;
  for (const one of due) {
    const mail = await memberEmail(strapi, one.member_id);
    // Whoever wants one mail a day gets it from the digest.
    if (mail?.replies === 'daily') continue;
    const news = await newsFor(strapi, one);
    const isWanted = mail && mail.replies === 'each' && news.length > 0;
    const author = await authorsOf(
      strapi,
      news.map(({ author_id }) => author_id)
    );
    await strapi.db.transaction(async ({ trx }) => {
      if (!(await claim(strapi, trx, one, isWanted ? new Date().toISOString() : null))) return;
      if (!isWanted) return;
      await queueBoardMail(strapi, trx, {
        to: mail.email,
        subject: `มีคำตอบใหม่: ${one.title}`,
        paragraphs: [
          `กระทู้ "${one.title}" มีคำตอบใหม่ ${news.length} รายการ`,
          ...news
            .slice(0, 5)
            .map((reply) => `${author(reply.author_id).displayName}: ${excerptOf(reply.plain)}`),
        ],
        action: { label: 'เปิดกระทู้', path: `/threads/${one.thread_id}#reply-${news[0]?.number}` },
        key: `reply-${one.member_id}-${one.thread_id}-${one.last_number}`,
        offPath: mail.offPath,
      });
      sent += 1;
    });
  }
  return sent;
}

type Knexed = ReturnType<typeof tableNamed>;

/** Followers of some modes who have not been told of everything. */
export async function findDue(
  strapi: Core.Strapi,
  modes: ('immediate' | 'digest')[],
  days: number,
  narrow: (query: Knexed) => Knexed
): Promise<Due[]> {
  const since = new Date(Date.now() - days * 24 * 3_600_000).toISOString();
  const query = tableNamed(strapi, 'km_follows as follow')
    .join('km_threads as thread', 'thread.id', 'follow.thread_id')
    .whereIn('follow.mode', modes)
    .where({ 'thread.state': 'shown' })
    .where('thread.last_activity_at', '>', since)
    .whereRaw('follow.told < thread.last_number');
  return (await narrow(query)
    .orderBy(['follow.member_id', 'thread.last_activity_at'])
    .limit(mostAtOnce)
    .select(
      'follow.thread_id',
      'follow.member_id',
      'follow.mode',
      'follow.told',
      'thread.title',
      'thread.last_number'
    )) as Due[];
}

/** Replies of others that readers see and this follower was not told of. */
export async function newsFor(
  strapi: Core.Strapi,
  { thread_id, member_id, told, last_number }: Due
) {
  return (await tableNamed(strapi, 'km_replies')
    .where({ thread_id, state: 'shown' })
    .where('number', '>', told)
    .where('number', '<=', last_number)
    .whereNot({ author_id: member_id })
    .orderBy('number')
    .select('id', 'number', 'author_id', 'plain')) as ReplyRow[];
}

/** Takes the telling upon itself; false where another instance has. */
export async function claim(
  strapi: Core.Strapi,
  trx: Parameters<typeof tablesIn>[1],
  { thread_id, member_id, told, last_number }: Due,
  at: string | null
): Promise<boolean> {
  const claimed = (await tablesIn(
    strapi,
    trx
  )('km_follows')
    .where({ thread_id, member_id, told })
    .update({ told: last_number, ...(at && { told_at: at }) })) as unknown as number;
  return claimed === 1;
}
