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
import { newsAnswer, newsListAnswer, newsQuery } from './news.js';
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
  /** Media types of a body that is a file's bytes, instead of `body`. */
  upload?: readonly string[];
  /** Bytes a body may have, where it is more than the usual ten kilobytes. */
  bodyLimit?: number;
  /** Asks for a member's token; what it answers is that member's and never kept. */
  member?: true;
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
  viewThread: open('/threads/{id}/views', 'Count a look', deleteBody, actionAnswer),
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
    upload: ['image/png', 'image/jpeg', 'image/webp', 'application/pdf'],
    bodyLimit: postLimits.attachmentBytes,
    member: true,
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
  openApi: get('/openapi.json', 'This document', noQuery, z.looseObject({ openapi: z.string() })),
  health: { ...get('/health', 'State of the server', noQuery, healthAnswer), failures: [400, 503] },
} satisfies Record<string, Operation>;
export type OperationName = keyof typeof operations;

export { problem };

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
    member: true as const,
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
  return { ...written, member: true as const, status, failures };
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
  const bodyLimit = 256 * 1024;
  return {
    method: 'post' as const,
    path,
    summary,
    query: noQuery,
    body,
    bodyLimit,
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
