import type { Core } from '@strapi/types';
import type { Context } from 'koa';
import { ProblemError, type Language, type Sentence } from '../../platform/problem';
import type { Requester } from '../../platform/requester';
import type { FoundSession } from '../sessions';
import type { FormGuard } from './form-guard';
import type { Html } from './html';

/** Somebody who looks at one of our pages. */
export interface Visit {
  strapi: Core.Strapi;
  ctx: Context;
  language: Language;
  /** Chooses the words in the reader's language. */
  t(th: string, en: string): string;
  /** Our own. */
  origin: string;
  query: URLSearchParams;
  /** What was filled in; empty for a look. */
  form: URLSearchParams;
  guard: FormGuard;
  requester: Requester;
  /** Who is signed in; null for nobody. */
  session: FoundSession | null;
}

/** What a page answers. */
export type PageAnswer =
  | {
      title: string;
      body: Html;
      status?: number;
      /** Shown alone in the sign-in window, without a way elsewhere. */
      isWindow?: boolean;
      /** Name of the script it needs. */
      script?: 'window';
    }
  | { redirect: string }
  | { file: { name: string; type: string; text: string } };

export type PageHandler = (visit: Visit) => Promise<PageAnswer>;

/** A page: what it shows and what its form does. */
export interface MemberPage {
  path: string;
  get?: PageHandler;
  post?: PageHandler;
  /** For members alone: everybody else is sent to sign in. */
  needsMember?: boolean;
  /** Also for members who have yet to set up the second factor their role asks for. */
  isForEveryone?: boolean;
  /** Its form is proven by what it holds, and may come from a mail program. */
  isOpenToAll?: boolean;
}

/** What is wrong with a form, by field; an empty name is the form as a whole. */
export type Faults = Record<string, string>;

/** A member of a page that {@link MemberPage.needsMember}. */
export function memberIn({ session }: Visit): FoundSession {
  if (!session) throw new ProblemError(401, { th: 'ต้องเข้าสู่ระบบก่อน', en: 'Sign in first.' });
  return session;
}

export function inWords({ language }: Visit, sentence: Sentence): string {
  return sentence[language];
}

/** A field of the form, without blanks around it. */
export function field(form: URLSearchParams, name: string): string {
  return (form.get(name) ?? '').trim();
}

/**
 * Where to go next: a path of ours and nothing else, whatever an address says.
 */
export function safeNext(next: string | null, origin: string, usual = '/members'): string {
  if (!next || !/^\/(?![/\\])/.test(next) || /[\\\p{Cc}]/u.test(next)) return usual;
  try {
    const url = new URL(next, origin);
    return url.origin === origin ? url.pathname + url.search : usual;
  } catch {
    return usual;
  }
}

/** Where somebody was going before this page came between. */
export function nextOf({ form, query, origin }: Visit): string {
  return safeNext(form.get('next') ?? query.get('next'), origin);
}

/** Whether what comes next is the sign-in window of another page. */
export function leadsToWindow(next: string): boolean {
  return next.startsWith('/members/window?');
}
