import type { Core } from '@strapi/types';
import type { Configuration } from 'openid-client';
import { ProblemError } from '../../platform/problem';

/** Somebody else who can tell who a member is, e.g. ThaiD or Google (OpenID Connect). */
export interface OidcSettings {
  /** Small letters, digits and `-`; stands in addresses and in our tables. */
  id: string;
  /** E.g. `https://accounts.google.com`; the rest is discovered there. */
  issuer: string;
  clientId: string;
  /** Absent for a client that proves itself by PKCE alone. */
  clientSecret?: string;
  /** What is asked for; `openid email` where absent. */
  scope?: string;
  nameTh: string;
  nameEn: string;
}

/** What is wrong with the settings of a provider, in a sentence; null where nothing is. */
export function settingsFault({ id, issuer, clientId, scope }: OidcSettings): string | null {
  if (!/^[a-z0-9-]{1,40}$/.test(id)) {
    return `the id of an OIDC provider is "${id}"; small letters, digits and "-" are expected.`;
  }
  const url = URL.canParse(issuer) ? new URL(issuer) : null;
  if (url?.protocol !== 'https:' && !(url && isOwnMachine(url))) {
    return `the issuer of the OIDC provider ${id} is "${issuer}"; an https address is expected.`;
  }
  if (!clientId) return `the OIDC provider ${id} has no client id.`;
  if (scope && !scope.split(' ').includes('openid')) {
    return `the scope of the OIDC provider ${id} is "${scope}"; "openid" has to be in it.`;
  }
  return null;
}

/** Nobody is on the way between a machine and itself: http will do there, for trying things out. */
function isOwnMachine({ hostname, protocol }: URL): boolean {
  return protocol === 'http:' && /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])$/.test(hostname);
}

export function oidcProviders(strapi: Core.Strapi): readonly OidcSettings[] {
  return strapi.plugin('km').config<OidcSettings[] | undefined>('oidc') ?? [];
}

export function providerById(strapi: Core.Strapi, id: string): OidcSettings | null {
  return oidcProviders(strapi).find((provider) => provider.id === id) ?? null;
}

interface Discovered {
  configuration: Promise<Configuration>;
  until: number;
}

const hour = 3_600_000;
const discovered = new WeakMap<OidcSettings, Discovered>();

/**
 * What a provider says of itself; asked anew each hour, and at once after a failure.
 *
 * @throws {ProblemError} 503 where the provider does not answer.
 */
export async function discover(
  strapi: Core.Strapi,
  settings: OidcSettings
): Promise<Configuration> {
  const known = discovered.get(settings);
  const isFresh = known && known.until > Date.now();
  const configuration = isFresh ? known.configuration : ask(settings);
  if (!isFresh) discovered.set(settings, { configuration, until: Date.now() + hour });
  try {
    return await configuration;
  } catch (error) {
    discovered.delete(settings);
    strapi.log.warn(`km: the OIDC provider ${settings.id} cannot be reached: ${String(error)}`);
    throw new ProblemError(503, {
      th: `ติดต่อ ${settings.nameTh} ไม่ได้ในขณะนี้ โปรดลองใหม่ภายหลัง หรือเข้าสู่ระบบด้วยอีเมลและรหัสผ่าน`,
      en: `${settings.nameEn} cannot be reached now. Try again later, or sign in with your e-mail address and password.`,
    });
  }
}

async function ask({ issuer, clientId, clientSecret }: OidcSettings): Promise<Configuration> {
  const { allowInsecureRequests, discovery, None } = await import('openid-client');
  const url = new URL(issuer);
  return discovery(url, clientId, clientSecret, clientSecret ? undefined : None(), {
    timeout: 10,
    ...(isOwnMachine(url) && { execute: [allowInsecureRequests] }),
  });
}
