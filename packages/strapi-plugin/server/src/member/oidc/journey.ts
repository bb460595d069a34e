import type { Core } from '@strapi/types';
import { ProblemError } from '../../platform/problem';
import { makeCode } from '../codes';
import { discover, type OidcSettings } from './provider';

/** What is kept, locked, while somebody is away at a provider. */
export interface OidcTrip {
  provider: string;
  verifier: string;
  state: string;
  nonce: string;
  next: string;
}

/** Who came back, as the provider tells. */
export interface Visitor {
  subject: string;
  /** Null where the provider tells none, or has not verified it. */
  email: string | null;
}

/** The one place a provider sends people back to. */
export function returnAddress(origin: string): string {
  return `${origin}/members/oidc/callback`;
}

/**
 * Sends somebody to a provider: authorisation code, PKCE, state and nonce.
 *
 * @returns where to go, and the code this browser keeps meanwhile.
 * @throws {ProblemError} 503 where the provider does not answer.
 */
export async function leaveFor(
  strapi: Core.Strapi,
  settings: OidcSettings,
  { origin, next, memberId }: { origin: string; next: string; memberId: string | null }
): Promise<{ url: string; code: string }> {
  const client = await import('openid-client');
  const configuration = await discover(strapi, settings);
  const verifier = client.randomPKCECodeVerifier();
  const payload: OidcTrip = {
    provider: settings.id,
    verifier,
    state: client.randomState(),
    nonce: client.randomNonce(),
    next,
  };
  const code = await makeCode(strapi, 'oidc', { memberId, payload });
  const url = client.buildAuthorizationUrl(configuration, {
    redirect_uri: returnAddress(origin),
    scope: scopeOf(settings),
    code_challenge: await client.calculatePKCECodeChallenge(verifier),
    code_challenge_method: 'S256',
    state: payload.state,
    nonce: payload.nonce,
  });
  return { url: url.href, code };
}

function scopeOf({ scope }: OidcSettings): string {
  return scope || 'openid email';
}

/** One sentence for every reason: whoever tampered learns nothing. */
const refused = new ProblemError(400, {
  th: 'การเข้าสู่ระบบผ่านผู้ให้บริการยืนยันตัวตนไม่สำเร็จ โปรดเริ่มใหม่จากหน้าเข้าสู่ระบบ',
  en: 'Signing in by the provider did not work. Begin again from the sign-in page.',
});

/**
 * Who came back from a provider.
 *
 * @param search - The query the provider sent somebody back with.
 * @throws {ProblemError} 400 for an answer that is not to our question, 503 where the provider does
 *   not answer.
 */
export async function comeBack(
  strapi: Core.Strapi,
  settings: OidcSettings,
  trip: OidcTrip,
  { origin, search }: { origin: string; search: string }
): Promise<Visitor> {
  const client = await import('openid-client');
  const configuration = await discover(strapi, settings);
  try {
    const tokens = await client.authorizationCodeGrant(
      configuration,
      new URL(`${returnAddress(origin)}${search}`),
      {
        pkceCodeVerifier: trip.verifier,
        expectedState: trip.state,
        expectedNonce: trip.nonce,
        idTokenExpected: true,
      }
    );
    const claims = tokens.claims();
    if (!claims) throw refused;
    // Most providers tell an address only where they are asked for it by the token.
    const told =
      claims.email === undefined && scopeOf(settings).split(' ').includes('email')
        ? await client.fetchUserInfo(configuration, tokens.access_token, claims.sub)
        : claims;
    const email =
      told.email_verified === true && typeof told.email === 'string' ? told.email : null;
    return { subject: claims.sub, email };
  } catch (error) {
    // What the provider said may hold data of the person; its kind is enough for whoever looks.
    const { name = 'Error', code = '' } = (error ?? {}) as { name?: string; code?: string };
    strapi.log.info(`km: a sign-in by ${settings.id} was refused (${name} ${code}).`);
    throw refused;
  }
}
