// The package brings no types of its own; these are of what the tests use.
declare module 'oidc-provider' {
  import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';

  export class Provider {
    constructor(issuer: string, configuration: OidcConfiguration);
    Grant: new (of: { accountId: string | undefined; clientId: string }) => {
      addOIDCScope(scope: string): void;
      save(): Promise<string>;
    };
    callback(): RequestListener;
    interactionDetails(
      request: IncomingMessage,
      response: ServerResponse
    ): Promise<{
      prompt: { name: string };
      params: Record<string, unknown>;
      session?: { accountId: string };
    }>;
    interactionFinished(
      request: IncomingMessage,
      response: ServerResponse,
      result: object
    ): Promise<void>;
  }

  interface OidcConfiguration {
    clients: object[];
    cookies: { keys: string[] };
    claims: Record<string, string[]>;
    features: object;
    interactions: { url(ctx: unknown, interaction: { uid: string }): string };
    findAccount(ctx: unknown, sub: string): { accountId: string; claims(): object };
  }
}
