import type { Context } from 'koa';
import { wasAnswered } from './answer';

export type Language = 'th' | 'en';

/** What a reader is told, in either language. */
export type Sentence = Record<Language, string>;

/** What a request was refused with. The sentences are for readers; nothing internal goes in. */
export class ProblemError extends Error {
  override readonly name = 'ProblemError';
  readonly status: number;
  readonly sentence: Sentence;
  readonly details: Record<string, unknown>;

  constructor(status: number, sentence: Sentence, details: Record<string, unknown> = {}) {
    super(sentence.en);
    this.status = status;
    this.sentence = sentence;
    this.details = details;
  }
}

/** Seconds after which a server that is not ready may be asked again. */
export const retryAfter = 5;

const names: Record<number, string> = {
  400: 'ValidationError',
  401: 'UnauthorizedError',
  403: 'ForbiddenError',
  404: 'NotFoundError',
  405: 'MethodNotAllowedError',
  409: 'ConflictError',
  413: 'PayloadTooLargeError',
  415: 'UnsupportedMediaTypeError',
  429: 'RateLimitError',
  500: 'InternalServerError',
  503: 'ServiceUnavailableError',
};

const sentences: Record<number, Sentence> = {
  400: { th: 'คำขอไม่ถูกต้อง', en: 'The request is not valid.' },
  401: { th: 'ต้องเข้าสู่ระบบก่อน', en: 'Sign in first.' },
  403: { th: 'ไม่ได้รับอนุญาต', en: 'Not allowed.' },
  404: { th: 'ไม่พบข้อมูลที่ขอ', en: 'Nothing is found at this address.' },
  405: { th: 'ที่อยู่นี้ไม่รับคำขอแบบนี้', en: 'This address does not take that method.' },
  413: { th: 'ข้อมูลที่ส่งมามีขนาดใหญ่เกินกำหนด', en: 'The body is larger than allowed.' },
  415: {
    th: 'ชนิดของข้อมูลที่ส่งมาไม่ถูกต้อง ต้องเป็น application/json',
    en: 'The body must be of type application/json.',
  },
  429: {
    th: 'มีคำขอมากเกินไป โปรดรอสักครู่แล้วลองใหม่',
    en: 'Too many requests. Wait a moment and try again.',
  },
  500: {
    th: 'ระบบขัดข้อง โปรดลองใหม่ภายหลัง',
    en: 'Something went wrong on the server. Try again later.',
  },
  503: {
    th: 'ระบบยังไม่พร้อมให้บริการ โปรดลองใหม่ภายหลัง',
    en: 'The service is not available now. Try again later.',
  },
};

/** The language of messages: Thai, unless the reader prefers English. */
export function languageOf(ctx: Pick<Context, 'acceptsLanguages'>): Language {
  return ctx.acceptsLanguages('th', 'en') === 'en' ? 'en' : 'th';
}

/** A problem of which only the status is known. */
export function problemOfStatus(status: number): ProblemError {
  const known = sentences[status] ? status : status >= 500 ? 500 : 400;
  return new ProblemError(known, sentences[known] as Sentence);
}

/**
 * Drivers that tell of a lost connection by an error without a code say one of these; the query
 * builder puts the statement before it.
 */
const lostConnection =
  /(^| - )(Connection terminated|Connection ended|Unable to acquire a connection|Client has encountered a connection error|Client was closed|timeout expired|aborted)[^-]*$/;

/** Whether the database, and not the request, is what failed. */
export function isDatabaseFailure(error: unknown): boolean {
  const { code, name, message } = (error ?? {}) as Record<string, unknown>;
  if (name === 'KnexTimeoutError') return true;
  if (typeof code !== 'string') return typeof message === 'string' && lostConnection.test(message);
  return /^(SQLITE_(BUSY|LOCKED|CANTOPEN|IOERR|CORRUPT|NOTADB|FULL)|ECONNREFUSED|ECONNRESET|ETIMEDOUT|EPIPE|ENOTFOUND|08|53|57P)/.test(
    code
  );
}

/** The problem this request was answered with, if any was. */
export function givenProblem(ctx: Context): ProblemError | undefined {
  return ctx.state.kmProblem as ProblemError | undefined;
}

/** Answers with a problem in the reader's language, as Strapi's envelope. */
export function sendProblem(ctx: Context, problem: ProblemError): void {
  const language = languageOf(ctx);
  ctx.state.kmProblem = problem;
  if (wasAnswered(ctx)) return;
  ctx.state.kmAnswer = undefined;
  ctx.status = problem.status;
  ctx.set('Cache-Control', 'no-store');
  ctx.set('Content-Language', language);
  ctx.vary('Accept-Language');
  const wait = problem.status === 503 ? retryAfter : problem.details.retryAfter;
  if (typeof wait === 'number') ctx.set('Retry-After', String(wait));
  ctx.body = problemBody(problem, language);
}

/** A problem as Strapi's envelope of errors. */
export function problemBody({ status, sentence, details }: ProblemError, language: Language) {
  const name = names[status] ?? 'ApplicationError';
  return { data: null, error: { status, name, message: sentence[language], details } };
}
