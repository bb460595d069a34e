import type { Context } from 'koa';

/** Cookies of our own pages; none of them is for scripts or for other sites. */
export type CookieName = 'member' | 'form' | 'pending' | 'step' | 'oidc';

/** The browser takes a `__Host-` cookie from this very host over https alone. */
function fullName(name: CookieName, origin: string): string {
  return origin.startsWith('https:') ? `__Host-km_${name}` : `km_${name}`;
}

export function readCookie(ctx: Context, name: CookieName, origin: string): string | null {
  const wanted = fullName(name, origin);
  for (const pair of ctx.get('Cookie').split(';')) {
    const at = pair.indexOf('=');
    if (at > 0 && pair.slice(0, at).trim() === wanted) {
      const value = pair.slice(at + 1).trim();
      return /^[\w-]{43}$/.test(value) ? value : null;
    }
  }
  return null;
}

/** Sets a cookie until the browser closes, or for some seconds; null takes it away. */
export function writeCookie(
  ctx: Context,
  name: CookieName,
  value: string | null,
  { origin, seconds }: { origin: string; seconds?: number }
): void {
  const parts = [
    `${fullName(name, origin)}=${value ?? ''}`,
    'Path=/',
    'HttpOnly',
    // Lax, for the sign-in window is opened from another site.
    'SameSite=Lax',
    ...(origin.startsWith('https:') ? ['Secure'] : []),
    ...(value === null ? ['Max-Age=0'] : seconds ? [`Max-Age=${seconds}`] : []),
  ];
  ctx.append('Set-Cookie', parts.join('; '));
}
