import { requireMember, memberOf } from '../member';
import {
  bytesRoute,
  feedRoute,
  personalRoute,
  readRoute,
  writeRoute,
  type PublicRoute,
} from '../platform/public-route';
import { problemOfStatus } from '../platform/problem';
import { addAttachment, readAttachment } from './attachments/store';
import { checkPersonalData } from './personal-data-guard';
import { acceptReply, findHelpful, followThread, markRead, shareProblem } from './dealings';
import { countDeflection } from './deflections';
import { deleteOwnReply, deleteOwnThread, editReply, editThread } from './editing';
import { writeThreadFeed } from './feed';
import { dealingLimit, officeLimit, openLimit } from './limits';
import { mineOf } from './mine';
import { moderateReply, moderateThread, type Moderator } from './moderating';
import { createReply, createThread, renderPost, type Sending } from './posting';
import { promoteReply } from './promoting';
import { getThread, listReplies, listThreads } from './reads';
import { refusals } from './refusals';
import { reportPost } from './reports';
import { cleanText } from './rules/text-hygiene';
import { settingsOf } from './settings';
import { isThreadShown, viewCountsOf } from './view-counts';
import { historyOf, sourceOf } from './wordings';

const reads: PublicRoute[] = [
  readRoute('listThreads', {
    services: ['thread', 'topic', 'member'],
    read: ({ strapi, query }) => listThreads(strapi, query),
  }),
  readRoute('getThread', {
    services: ['thread', 'topic', 'member', 'faq'],
    async read({ strapi, params }) {
      const data = await getThread(strapi, params.id ?? '');
      return data && { data };
    },
  }),
  readRoute('listReplies', {
    services: ['thread', 'member'],
    read: ({ strapi, params, query }) => listReplies(strapi, params.id ?? '', query),
  }),
  feedRoute('threadFeed', {
    services: ['thread'],
    read: ({ strapi, origin }) => writeThreadFeed(strapi, origin),
  }),
  bytesRoute('getAttachment', {
    services: ['thread'],
    async read({ strapi, params }) {
      const found = await readAttachment(strapi, params.id ?? '');
      if (!found) return null;
      const { row, bytes } = found;
      const name = encodeURIComponent(row.name).replace(/['()*]/g, escape);
      return {
        bytes,
        type: row.mime,
        headers: { 'Content-Disposition': `attachment; filename*=UTF-8''${name}` },
      };
    },
  }),
];

/** What only members do; whoever may not is refused before anything is read. */
const own: PublicRoute[] = [
  personalRoute('getMyBoard', {
    identify: requireMember,
    answer: async ({ strapi, who, query }) => ({
      data: await mineOf(strapi, who, query.ids?.split(',') ?? []),
    }),
  }),
  personalRoute('getThreadSource', {
    identify: requireMember,
    answer: async ({ strapi, who, params }) => ({
      data: await sourceOf(strapi, who, 'km_threads', params.id ?? ''),
    }),
  }),
  personalRoute('getReplySource', {
    identify: requireMember,
    answer: async ({ strapi, who, params }) => ({
      data: await sourceOf(strapi, who, 'km_replies', params.id ?? ''),
    }),
  }),
  personalRoute('getThreadHistory', {
    identify: requireMember,
    answer: async ({ strapi, who, params }) => ({
      data: await historyOf(strapi, who, 'km_threads', params.id ?? ''),
    }),
  }),
  personalRoute('getReplyHistory', {
    identify: requireMember,
    answer: async ({ strapi, who, params }) => ({
      data: await historyOf(strapi, who, 'km_replies', params.id ?? ''),
    }),
  }),
];

const posts: PublicRoute[] = [
  personalRoute('createThread', {
    limit: officeLimit,
    identify: requireMember,
    async answer({ strapi, who, body, ...from }) {
      const { post, repeated } = await createThread(strapi, sendingOf(who, from), body);
      return { data: post, meta: { repeated } };
    },
  }),
  personalRoute('createReply', {
    limit: officeLimit,
    identify: requireMember,
    async answer({ strapi, who, body, params, ...from }) {
      const sending = sendingOf(who, from);
      const { post, repeated } = await createReply(strapi, sending, params.id ?? '', body);
      return { data: post, meta: { repeated } };
    },
  }),
  personalRoute('editThread', {
    limit: officeLimit,
    identify: requireMember,
    async answer({ strapi, who, body, params, ...from }) {
      const post = await editThread(strapi, sendingOf(who, from), params.id ?? '', body);
      return { data: post, meta: { repeated: false } };
    },
  }),
  personalRoute('editReply', {
    limit: officeLimit,
    identify: requireMember,
    async answer({ strapi, who, body, params, ...from }) {
      const post = await editReply(strapi, sendingOf(who, from), params.id ?? '', body);
      return { data: post, meta: { repeated: false } };
    },
  }),
  personalRoute('deleteThread', {
    limit: officeLimit,
    identify: requireMember,
    async answer({ strapi, who, params, ...from }) {
      await deleteOwnThread(strapi, sendingOf(who, from), params.id ?? '');
      return { data: { done: true } };
    },
  }),
  personalRoute('deleteReply', {
    limit: officeLimit,
    identify: requireMember,
    async answer({ strapi, who, params, ...from }) {
      await deleteOwnReply(strapi, sendingOf(who, from), params.id ?? '');
      return { data: { done: true } };
    },
  }),
  personalRoute('previewThread', {
    limit: openLimit,
    identify: requireMember,
    async answer({ strapi, body }) {
      const { html } = await renderPost(strapi, cleanText(body.body), body.attachments);
      return { data: { bodyHtml: html } };
    },
  }),
  personalRoute('addAttachment', {
    limit: officeLimit,
    identify: requireMember,
    answer: async ({ strapi, who, body, query, requester }) => ({
      data: await addAttachment(
        strapi,
        { member: who, requester },
        { bytes: body.bytes, name: query.name }
      ),
    }),
  }),
];

const dealings: PublicRoute[] = [
  personalRoute('acceptReply', {
    limit: dealingLimit,
    identify: requireMember,
    answer: async ({ strapi, who, body, params, ...from }) => ({
      data: await acceptReply(strapi, sendingOf(who, from), params.id ?? '', body),
    }),
  }),
  personalRoute('followThread', {
    limit: dealingLimit,
    identify: requireMember,
    answer: async ({ strapi, who, body, params, ...from }) => ({
      data: await followThread(strapi, sendingOf(who, from), params.id ?? '', body.mode),
    }),
  }),
  personalRoute('readThread', {
    limit: dealingLimit,
    identify: requireMember,
    answer: async ({ strapi, who, body, params, ...from }) => ({
      data: await markRead(strapi, sendingOf(who, from), params.id ?? '', body.lastRead),
    }),
  }),
  personalRoute('shareProblem', {
    limit: dealingLimit,
    identify: requireMember,
    answer: async ({ strapi, who, body, params, ...from }) => ({
      data: await shareProblem(strapi, sendingOf(who, from), params.id ?? '', body.on),
    }),
  }),
  personalRoute('findHelpful', {
    limit: dealingLimit,
    identify: requireMember,
    answer: async ({ strapi, who, body, params, ...from }) => ({
      data: await findHelpful(strapi, sendingOf(who, from), params.id ?? '', body.on),
    }),
  }),
  personalRoute('promoteReply', {
    limit: dealingLimit,
    identify: requireMember,
    answer: async ({ strapi, who, body, params, ...from }) => ({
      data: await promoteReply(strapi, sendingOf(who, from), params.id ?? '', body),
    }),
  }),
  personalRoute('actOnThread', {
    limit: dealingLimit,
    identify: requireMember,
    async answer({ strapi, who, body, params, ...from }) {
      const moderator = moderatorOf(sendingOf(who, from));
      await moderateThread(strapi, moderator, params.id ?? '', body);
      return { data: { done: true } };
    },
  }),
  personalRoute('actOnReply', {
    limit: dealingLimit,
    identify: requireMember,
    async answer({ strapi, who, body, params, ...from }) {
      const moderator = moderatorOf(sendingOf(who, from));
      await moderateReply(strapi, moderator, params.id ?? '', body);
      return { data: { done: true } };
    },
  }),
];

/** What every reader may do, with an account or without. */
const open: PublicRoute[] = [
  writeRoute('checkThread', {
    limit: openLimit,
    write: async ({ strapi, body, language }) => ({
      data: checkPersonalData(body, await settingsOf(strapi), language),
    }),
  }),
  writeRoute('recordDeflection', {
    limit: { name: 'deflection', points: 120, duration: 600 },
    async write({ strapi, body }) {
      await countDeflection(strapi, body.service, body.id);
      return { data: { recorded: true } };
    },
  }),
  reportRoute('reportThread', 'thread'),
  reportRoute('reportReply', 'reply'),
  personalRoute('viewThread', {
    limit: { name: 'board-view', points: 1200, duration: 600 },
    identify: async () => null,
    async answer({ strapi, params, requester }) {
      const id = params.id ?? '';
      // What is not shown is not looked at, and names nobody made must not fill the memory.
      if (!(await isThreadShown(strapi, id))) throw problemOfStatus(404);
      viewCountsOf(strapi).look(id, requester.address);
      return { data: { recorded: true } };
    },
  }),
];

function reportRoute(operation: 'reportThread' | 'reportReply', kind: 'thread' | 'reply') {
  return personalRoute(operation, {
    limit: { name: 'board-report', points: 60, duration: 600 },
    // A report without an account counts too; a token that works no more makes it one.
    identify: memberOf,
    async answer({ strapi, who, body, params, requester }) {
      const by = { memberId: who?.id ?? null, requester };
      await reportPost(strapi, kind, params.id ?? '', body, by);
      return { data: { recorded: true } };
    },
  });
}

function sendingOf(
  member: Sending['member'],
  { requester, language }: Pick<Sending, 'requester' | 'language'>
): Sending {
  return { member, requester, language };
}

/** @throws {ProblemError} 403 for whoever is none. */
function moderatorOf({ member, requester }: Sending): Moderator {
  if (!member.isModerator) throw refusals.notModerator();
  return {
    actor: { kind: 'member', id: member.id },
    by: { memberId: member.id, requester },
  };
}

export const routes: PublicRoute[] = [...reads, ...own, ...posts, ...dealings, ...open];
