import { MemberError } from './member-error.js';

/** What the window hands over: good for one token, with the verifier that stayed here. */
export interface WindowCode {
  code: string;
  verifier: string;
}

/** A secret and what may be shown of it (PKCE, RFC 7636). */
export interface Pair {
  verifier: string;
  challenge: string;
}

const size = { width: 480, height: 720 };
/** How often we look whether the reader has closed the window; browsers do not tell. */
const watchEvery = 500;

/** Makes a pair; only pages on https can. */
export async function makePair(): Promise<Pair> {
  // Undefined on http, whatever its type says.
  if (!(crypto.subtle as SubtleCrypto | undefined)) throw new MemberError('insecure');
  const verifier = encode(crypto.getRandomValues(new Uint8Array(32)));
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(verifier));
  return { verifier, challenge: encode(new Uint8Array(digest)) };
}

/**
 * Opens the sign-in window of the knowledge bank and waits for its code; null when the reader
 * closes it. To be called while a click is being answered, else browsers open no window.
 *
 * @throws {MemberError} `blockedWindow` where the browser opened none.
 */
export function openSignInWindow(
  api: string,
  { verifier, challenge }: Pair,
  language: string
): Promise<WindowCode | null> {
  const state = encode(crypto.getRandomValues(new Uint8Array(16)));
  const query = new URLSearchParams({
    origin: location.origin,
    challenge,
    state,
    lang: language,
  });
  const opened = window.open(`${api}/members/window?${query}`, '_blank', features());
  if (!opened) return Promise.reject(new MemberError('blockedWindow'));
  const home = new URL(api).origin;
  return new Promise((resolve) => {
    let closedFor = 0;
    const finish = (result: WindowCode | null) => {
      clearInterval(watch);
      window.removeEventListener('message', listen);
      resolve(result);
    };
    // Whoever else posts messages to this page is not the window we opened, at its own origin.
    const listen = ({ origin, source, data }: MessageEvent) => {
      const message = data as { type?: unknown; state?: unknown; code?: unknown } | null;
      if (origin !== home || source !== opened || message?.type !== 'km-member-code') return;
      if (message.state !== state || typeof message.code !== 'string') return;
      finish({ code: message.code, verifier });
    };
    const watch = setInterval(() => {
      // Its last message may still be on the way when it has closed.
      closedFor = opened.closed ? closedFor + 1 : 0;
      if (closedFor > 2) finish(null);
    }, watchEvery);
    window.addEventListener('message', listen);
  });
}

function features(): string {
  const left = Math.max(0, screenX + (outerWidth - size.width) / 2);
  const top = Math.max(0, screenY + (outerHeight - size.height) / 2);
  return `popup,width=${size.width},height=${size.height},left=${Math.round(left)},top=${Math.round(top)}`;
}

function encode(bytes: Uint8Array): string {
  return btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '');
}
