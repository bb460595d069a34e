import { z } from 'zod';
import {
  authorityAnswer,
  authorityListAnswer,
  authorityQuery,
  provinceListAnswer,
} from './authority.js';
import { problem } from './common.js';
import { faqAnswer, faqListAnswer, faqQuery } from './faq.js';
import { feedbackAnswer, feedbackBody } from './feedback.js';
import {
  fiscalAuthoritiesAnswer,
  fiscalAuthoritiesQuery,
  fiscalCompareAnswer,
  fiscalCompareQuery,
  fiscalMapAnswer,
  fiscalMapQuery,
  fiscalOverviewAnswer,
  fiscalOverviewQuery,
} from './fiscal.js';
import { formAnswer, formListAnswer, formQuery } from './form.js';
import { healthAnswer } from './health.js';
import { lawAnswer, lawListAnswer, lawLookupAnswer, lawLookupQuery, lawQuery } from './law.js';
import { manualAnswer, manualListAnswer, manualQuery } from './manual.js';
import {
  memberRefreshBody,
  memberSignOutAnswer,
  memberSignOutBody,
  memberTokenAnswer,
  memberTokenBody,
  ownMemberAnswer,
} from './member.js';
import { newsAnswer, newsListAnswer, newsQuery } from './news.js';
import { pageFactsAnswer, pageFactsBody } from './page-facts.js';
import {
  searchAnswer,
  searchClickAnswer,
  searchClickBody,
  searchQuery,
  similarAnswer,
  similarQuery,
  suggestAnswer,
  suggestQuery,
} from './search.js';
import { statusAnswer } from './status.js';
import { subsidyListAnswer, subsidyQuery } from './subsidy.js';
import {
  acceptAnswer,
  acceptBody,
  actionAnswer,
  attachmentAnswer,
  attachmentQuery,
  checkAnswer,
  checkBody,
  deflectionAnswer,
  deflectionBody,
  deleteBody,
  editReplyBody,
  editThreadBody,
  followAnswer,
  followBody,
  mineAnswer,
  mineQuery,
  newReplyBody,
  newThreadBody,
  postHistoryAnswer,
  postSourceAnswer,
  postLimits,
  previewAnswer,
  previewBody,
  promoteAnswer,
  promoteBody,
  readAnswer,
  readBody,
  replyActionBody,
  replyListAnswer,
  replyQuery,
  reportAnswer,
  reportBody,
  sentPostAnswer,
  threadActionBody,
  threadAnswer,
  threadListAnswer,
  threadQuery,
  viewAnswer,
  voteAnswer,
  voteBody,
} from './thread.js';
import { topicsAnswer } from './topic.js';
import { updateAnswer, updateListAnswer, updateQuery } from './update.js';

/** Where the public API stands on a server. */
export const apiBase = '/api/km/v1';

/** One operation of the public API. */
export interface Operation {
  method: 'get' | 'post';
  /** Below {@link apiBase}; `{id}` is a documentId, `{code}` an authority's code. */
  path: string;
  summary: string;
  query?: z.ZodObject;
  body?: z.ZodObject;
  /** Bytes the body may have, where that is not the usual 10 KB. */
  bodyBytes?: number;
  /** Media types of a body that is taken as it is, instead of JSON. */
  bodyTypes?: readonly string[];
  /** Says how it is now, or to one member alone: nobody keeps the answer. */
  isLive?: true;
  /** Asks for a member's token. */
  needsMember?: true;
  /** Success; a schema for JSON, a media type for anything else. */
  status: number;
  answer: z.ZodType | string;
  /** Other statuses it may answer with a {@link problem}. */
  failures: number[];
}

/** A query that must be empty. */
export const noQuery = z.strictObject({});

/** Everything the public API answers, in the order the documentation lists it. */
export const operations = {
  listTopics: get('/topics', 'The tree of e-LAAS menus', noQuery, topicsAnswer),
  listManuals: get('/manuals', 'Manuals and documents', manualQuery, manualListAnswer),
  getManual: get('/manuals/{id}', 'One manual', noQuery, manualAnswer),
  sendManualFeedback: feedback('/manuals/{id}/feedback'),
  listLaws: get('/laws', 'Laws, regulations and directive letters', lawQuery, lawListAnswer),
  lookUpLaw: get('/laws/lookup', 'Letters by number', lawLookupQuery, lawLookupAnswer),
  getLaw: get('/laws/{id}', 'One law or letter', noQuery, lawAnswer),
  listFaqs: get('/faqs', 'Frequently asked questions', faqQuery, faqListAnswer),
  getFaq: get('/faqs/{id}', 'One question', noQuery, faqAnswer),
  sendFaqFeedback: feedback('/faqs/{id}/feedback'),
  listNews: get('/news', 'News that is shown now', newsQuery, newsListAnswer),
  newsFeed: get('/news.atom', 'News as an Atom feed', noQuery, 'application/atom+xml'),
  getNews: get('/news/{id}', 'One piece of news', noQuery, newsAnswer),
  listUpdates: get('/updates', 'Changes of the system', updateQuery, updateListAnswer),
  updatesFeed: get('/updates.atom', 'Changes as an Atom feed', noQuery, 'application/atom+xml'),
  getUpdate: get('/updates/{id}', 'One release', noQuery, updateAnswer),
  listForms: get('/forms', 'Forms to download', formQuery, formListAnswer),
  getForm: get('/forms/{id}', 'One form', noQuery, formAnswer),
  listProvinces: get('/provinces', 'The 77 provinces', noQuery, provinceListAnswer),
  listAuthorities: get('/authorities', 'Local authorities', authorityQuery, authorityListAnswer),
  getAuthority: get('/authorities/{code}', 'One local authority', noQuery, authorityAnswer),
  fiscalOverview: findable(
    get(
      '/fiscal/overview',
      'Actual revenue and expenditure of an area',
      fiscalOverviewQuery,
      fiscalOverviewAnswer
    )
  ),
  fiscalCompare: findable(
    get('/fiscal/compare', 'An authority beside its peers', fiscalCompareQuery, fiscalCompareAnswer)
  ),
  fiscalMap: get('/fiscal/map', 'All provinces', fiscalMapQuery, fiscalMapAnswer),
  fiscalAuthorities: findable(
    get(
      '/fiscal/authorities',
      'Authorities of a province',
      fiscalAuthoritiesQuery,
      fiscalAuthoritiesAnswer
    )
  ),
  listSubsidies: get('/subsidies', 'General subsidy transfers', subsidyQuery, subsidyListAnswer),
  fiscalOverviewCsv: findable(csv('/fiscal/overview', fiscalOverviewQuery)),
  fiscalOverviewXlsx: findable(xlsx('/fiscal/overview', fiscalOverviewQuery)),
  fiscalCompareCsv: findable(csv('/fiscal/compare', fiscalCompareQuery)),
  fiscalCompareXlsx: findable(xlsx('/fiscal/compare', fiscalCompareQuery)),
  fiscalMapCsv: csv('/fiscal/map', fiscalMapQuery),
  fiscalMapXlsx: xlsx('/fiscal/map', fiscalMapQuery),
  fiscalAuthoritiesCsv: findable(csv('/fiscal/authorities', allOf(fiscalAuthoritiesQuery))),
  fiscalAuthoritiesXlsx: findable(xlsx('/fiscal/authorities', allOf(fiscalAuthoritiesQuery))),
  subsidiesCsv: csv('/subsidies', allOf(subsidyQuery)),
  subsidiesXlsx: xlsx('/subsidies', allOf(subsidyQuery)),
  search: get('/search', 'Search over every service', searchQuery, searchAnswer),
  searchSuggest: get('/search/suggest', 'Suggestions while typing', suggestQuery, suggestAnswer),
  searchSimilar: get('/search/similar', 'Asked before', similarQuery, similarAnswer),
  recordSearchClick: {
    method: 'post',
    path: '/search/clicks',
    summary: 'Say which hit was opened',
    query: noQuery,
    body: searchClickBody,
    status: 201,
    answer: searchClickAnswer,
    failures: [400, 413, 415, 429, 503],
  },
  listThreads: get('/threads', 'Threads of the webboard', threadQuery, threadListAnswer),
  threadFeed: get('/threads.atom', 'New threads as an Atom feed', noQuery, 'application/atom+xml'),
  getThread: get('/threads/{id}', 'One thread', noQuery, threadAnswer),
  listReplies: get('/threads/{id}/replies', 'Replies of a thread', replyQuery, replyListAnswer),
  getMyBoard: mine('/threads/mine', 'What of the webboard is mine', mineQuery, mineAnswer),
  getThreadSource: mine('/threads/{id}/source', 'Words to edit', noQuery, postSourceAnswer),
  getThreadHistory: mine('/threads/{id}/history', 'Earlier wordings', noQuery, postHistoryAnswer),
  getReplySource: mine('/replies/{id}/source', 'Words to edit', noQuery, postSourceAnswer),
  getReplyHistory: mine('/replies/{id}/history', 'Earlier wordings', noQuery, postHistoryAnswer),
  createThread: post('/threads', 'Ask, or begin a discussion', newThreadBody, sentPostAnswer, 201),
  createReply: post('/threads/{id}/replies', 'Reply', newReplyBody, sentPostAnswer, 201),
  checkThread: open('/threads/check', 'Find personal data in a draft', checkBody, checkAnswer),
  previewThread: post('/threads/preview', 'Markdown as HTML', previewBody, previewAnswer),
  recordDeflection: {
    ...open('/threads/deflections', 'Asked before', deflectionBody, deflectionAnswer),
    status: 201,
  },
  editThread: post('/threads/{id}/edit', 'Change a thread', editThreadBody, sentPostAnswer),
  editReply: post('/replies/{id}/edit', 'Change a reply', editReplyBody, sentPostAnswer),
  deleteThread: post('/threads/{id}/delete', 'Delete own thread', deleteBody, actionAnswer),
  deleteReply: post('/replies/{id}/delete', 'Delete own reply', deleteBody, actionAnswer),
  acceptReply: post('/threads/{id}/accept', 'Accept an answer', acceptBody, acceptAnswer),
  followThread: post('/threads/{id}/follow', 'Follow a thread', followBody, followAnswer),
  readThread: post('/threads/{id}/read', 'Say what was read', readBody, readAnswer),
  shareProblem: post('/threads/{id}/same-problem', 'I have it too', voteBody, voteAnswer),
  findHelpful: post('/replies/{id}/helpful', 'This reply helped', voteBody, voteAnswer),
  actOnThread: post('/threads/{id}/actions', 'Moderate', threadActionBody, actionAnswer),
  actOnReply: post('/replies/{id}/actions', 'Moderate', replyActionBody, actionAnswer),
  promoteReply: post('/threads/{id}/promote', 'Make it a FAQ', promoteBody, promoteAnswer, 201),
  viewThread: open('/threads/{id}/views', 'Count a look', deleteBody, viewAnswer),
  reportThread: {
    ...open('/threads/{id}/report', 'Report to moderators', reportBody, reportAnswer),
    status: 201,
  },
  reportReply: {
    ...open('/replies/{id}/report', 'Report to moderators', reportBody, reportAnswer),
    status: 201,
  },
  addAttachment: {
    method: 'post',
    path: '/attachments',
    summary: 'Hand in a picture or a PDF for a post',
    query: attachmentQuery,
    bodyTypes: ['image/png', 'image/jpeg', 'image/webp', 'application/pdf'],
    bodyBytes: postLimits.attachmentBytes,
    needsMember: true,
    isLive: true,
    status: 201,
    answer: attachmentAnswer,
    failures: [400, 401, 403, 413, 415, 429, 503],
  },
  getAttachment: get(
    '/attachments/{id}',
    'A picture or a PDF of a post that is shown',
    noQuery,
    'application/octet-stream'
  ),
  getOwnMember: ofMember({
    ...get('/members/me', 'Who I am', noQuery, ownMemberAnswer),
    failures: [400, 401, 403, 503],
  }),
  takeMemberToken: {
    method: 'post',
    path: '/members/token',
    summary: 'Exchange the code of the sign-in window for a token of this page',
    query: noQuery,
    body: memberTokenBody,
    status: 201,
    answer: memberTokenAnswer,
    failures: [400, 413, 415, 429, 503],
  },
  refreshMemberToken: ofMember({
    method: 'post',
    path: '/members/token/refresh',
    summary: 'Exchange a token that still works for a fresh one',
    query: noQuery,
    body: memberRefreshBody,
    status: 201,
    answer: memberTokenAnswer,
    failures: [400, 401, 403, 413, 415, 429, 503],
  }),
  signOutMember: ofMember({
    method: 'post',
    path: '/members/sign-out',
    summary: 'Sign out here, or everywhere',
    query: noQuery,
    body: memberSignOutBody,
    status: 200,
    answer: memberSignOutAnswer,
    failures: [400, 401, 403, 413, 415, 429, 503],
  }),
  getStatus: get('/status', 'How e-LAAS is now, and what is announced', noQuery, statusAnswer),
  readPageFacts: {
    ...open(
      '/page-facts',
      'What keeps the knowledge bank from showing on a page',
      pageFactsBody,
      pageFactsAnswer
    ),
    bodyBytes: 10 * 1024,
    failures: [400, 413, 415, 422, 429, 503],
  },
  openApi: get('/openapi.json', 'This document', noQuery, z.looseObject({ openapi: z.string() })),
  health: {
    ...get('/health', 'State of the server', noQuery, healthAnswer),
    isLive: true,
    failures: [400, 503],
  },
} satisfies Record<string, Operation>;
export type OperationName = keyof typeof operations;

export { problem };

/** An operation for a member: a token comes with it, and nobody else gets the answer. */
function ofMember<Asked extends Operation>(operation: Asked) {
  return { ...operation, isLive: true as const, needsMember: true as const };
}

/** An operation whose query names a thing there may be none of. */
function findable<Found extends Operation>(operation: Found): Found {
  return { ...operation, failures: [400, 404, 503] };
}

function get<Query extends z.ZodObject, Answer extends z.ZodType | string>(
  path: string,
  summary: string,
  query: Query,
  answer: Answer
) {
  const failures = path.includes('{') ? [400, 404, 503] : [400, 503];
  return { method: 'get' as const, path, summary, query, status: 200, answer, failures };
}

/** The same as a table for programs: UTF-8 with a byte order mark, English headings. */
function csv<Query extends z.ZodObject>(path: string, query: Query) {
  return get(`${path}.csv`, `${path} as CSV`, query, 'text/csv');
}

/** The same as an Excel workbook. */
function xlsx<Query extends z.ZodObject>(path: string, query: Query) {
  return get(
    `${path}.xlsx`,
    `${path} as an Excel workbook`,
    query,
    'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
  );
}

/** A list's query without its pages: a table holds every row. */
function allOf<Shape extends z.ZodRawShape & { page: z.ZodType; pageSize: z.ZodType }>(
  query: z.ZodObject<Shape>
) {
  const { page: _page, pageSize: _pageSize, ...shape } = query.shape;
  return z.strictObject(shape);
}

/** A read of what is the member's own. */
function mine<Query extends z.ZodObject, Answer extends z.ZodType>(
  path: string,
  summary: string,
  query: Query,
  answer: Answer
) {
  return {
    ...get(path, summary, query, answer),
    needsMember: true as const,
    isLive: true as const,
    failures: path.includes('{') ? [400, 401, 403, 404, 503] : [400, 401, 403, 503],
  };
}

/** A write that needs a member's token. */
function post<Body extends z.ZodObject, Answer extends z.ZodType>(
  path: string,
  summary: string,
  body: Body,
  answer: Answer,
  status = 200
) {
  const written = open(path, summary, body, answer);
  const failures = [...new Set([...written.failures, 401, 403, 404, 409])].sort();
  return { ...written, needsMember: true as const, status, failures };
}

/** A write that anyone may make. */
function open<Body extends z.ZodObject, Answer extends z.ZodType>(
  path: string,
  summary: string,
  body: Body,
  answer: Answer
) {
  const failures = [400, ...(path.includes('{') ? [404] : []), 413, 415, 429, 503];
  // Thai takes three bytes a letter, and JSON may spell each of them in six.
  const bodyBytes = 256 * 1024;
  return {
    method: 'post' as const,
    path,
    summary,
    query: noQuery,
    body,
    bodyBytes,
    status: 200,
    answer,
    failures,
  };
}

function feedback(path: string) {
  return {
    method: 'post' as const,
    path,
    summary: 'Say whether it helped',
    query: noQuery,
    body: feedbackBody,
    status: 201,
    answer: feedbackAnswer,
    failures: [400, 404, 413, 415, 429, 503],
  };
}
