import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Provider } from 'oidc-provider';

/** Somebody a provider knows. */
export interface OidcPerson {
  sub: string;
  email?: string;
  emailVerified?: boolean;
}

/** A real OpenID provider on this machine. */
export interface TestProvider {
  issuer: string;
  clientId: string;
  clientSecret: string;
  /**
   * Goes to the provider as a browser does, signs in there as a person and agrees.
   *
   * @returns the address the provider sends the browser back to.
   */
  visit(url: string, person: OidcPerson): Promise<string>;
  stop(): Promise<void>;
}

/** @param redirectUri - Asked for late, for the server under test is started after the provider. */
export async function startOidcProvider(redirectUri: string): Promise<TestProvider> {
  const people = new Map<string, OidcPerson>();
  const server = createServer();
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const client = { client_id: 'km-test', client_secret: 'a secret of the tests' };
  const provider = new Provider(issuer, {
    clients: [{ ...client, redirect_uris: [redirectUri], grant_types: ['authorization_code'] }],
    cookies: { keys: ['key of the tests'] },
    claims: { openid: ['sub'], email: ['email', 'email_verified'] },
    features: { devInteractions: { enabled: false } },
    interactions: { url: (_ctx, { uid }) => `/interaction/${uid}` },
    findAccount: (_ctx, sub) => ({
      accountId: sub,
      claims: () => {
        const { email, emailVerified } = people.get(sub) ?? {};
        return { sub, email, email_verified: emailVerified };
      },
    }),
  });

  /** Whoever comes signs in as the person of a header of the tests, and agrees to all. */
  async function interact(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { prompt, params, session } = await provider.interactionDetails(request, response);
    if (prompt.name === 'login') {
      const login = { accountId: String(request.headers['x-person']) };
      await provider.interactionFinished(request, response, { login });
      return;
    }
    const grant = new provider.Grant({
      accountId: session?.accountId,
      clientId: String(params.client_id),
    });
    grant.addOIDCScope('openid email');
    const consent = { grantId: await grant.save() };
    await provider.interactionFinished(request, response, { consent });
  }

  const answer = provider.callback();
  server.on('request', (request, response) => {
    if (!request.url?.startsWith('/interaction/')) {
      void answer(request, response);
      return;
    }
    interact(request, response).catch((error: unknown) => {
      response.statusCode = 500;
      response.end(String(error));
    });
  });

  return {
    issuer,
    clientId: client.client_id,
    clientSecret: client.client_secret,
    async visit(url, person) {
      people.set(person.sub, person);
      const cookies = new Map<string, string>();
      let to = url;
      for (let step = 0; step < 10 && to.startsWith(issuer); step += 1) {
        const Cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
        const headers = { Cookie, 'X-Person': person.sub };
        const given = await fetch(to, { redirect: 'manual', headers });
        for (const line of given.headers.getSetCookie()) {
          const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
          cookies.set(name, value);
        }
        const location = given.headers.get('location');
        if (!location) throw new Error(`The provider says ${given.status}: ${await given.text()}`);
        to = new URL(location, to).href;
      }
      return to;
    },
    async stop() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}
