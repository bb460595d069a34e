import { settingsFault, type OidcSettings } from './member/oidc/provider';
import type { MailSettings } from './platform/mail';

/** Settings of the plugin, in `config/plugins` of the application. */
export interface KmConfig {
  /** Folder of the built widgets (`dist/embed` of `@km-laas/widgets`); absent serves none. */
  widgetsDir?: string;
  /** Folder of the built portal (`dist` of `@km-laas/portal`); absent leaves `/` to Strapi. */
  portalDir?: string;
  /** The address readers know this server by, e.g. `https://km.example.go.th`. */
  publicUrl?: string;
  /** Origins files are served from, where an upload provider keeps them elsewhere. */
  mediaOrigins: string[];
  /** File of this instance's search index; absent keeps it beside SQLite's file, or in `.tmp`. */
  searchFile?: string;
  /** A streaming replica that public reads may be answered from, e.g. `postgres://…`. */
  readUrl?: string;
  /** Milliseconds the replica may be behind and still be read from. */
  readLagMs: number;
  /** Bytes of ready answers kept in memory. */
  cacheBytes: number;
  /** The server mail leaves by, and who it is from; without both nobody can register. */
  mail?: MailSettings;
  /** Providers members may sign in with besides their password. */
  oidc?: OidcSettings[];
  /** What `Authorization: Bearer …` of who reads `/metrics` says; absent lets only this machine. */
  metricsToken?: string;
  /**
   * Whether a thread of its own takes the connections, so that reads wait for nothing Strapi does;
   * it takes `server.host` and `server.port` for itself.
   */
  front: boolean;
  /** Whether who checks a website may name one of this machine's own network, which is open to nobody else. */
  checksPrivatePages: boolean;
  /** Seconds a stopping server goes on answering after `/health/ready` said that it stops. */
  drainSeconds: number;
  /** Seconds browsers go on with the widgets' loader without asking whether there is another. */
  loaderSeconds: number;
  /** Bytes a file for the import centre may have. */
  importMaxBytes: number;
  /** Share of bad rows, 0 to 1, up to which an import may leave them out. */
  importBadShare: number;
}

export const config = {
  default: {
    mediaOrigins: [],
    readLagMs: 1000,
    cacheBytes: 64 * 1024 * 1024,
    front: false,
    checksPrivatePages: false,
    drainSeconds: process.env.NODE_ENV === 'production' ? 2 : 0,
    // Whoever works on the widgets wants to see each build.
    loaderSeconds: process.env.NODE_ENV === 'production' ? 4 * 3600 : 0,
    importMaxBytes: 256 * 1024 * 1024,
    importBadShare: 0.01,
  } satisfies KmConfig,
  validator(given: Partial<KmConfig>): void {
    const { publicUrl, cacheBytes, drainSeconds, loaderSeconds, importMaxBytes, importBadShare } =
      given;
    for (const provider of given.oidc ?? []) {
      const fault = settingsFault(provider);
      if (fault) throw new Error(fault);
    }
    if (publicUrl && !URL.canParse(publicUrl)) {
      throw new Error(
        `publicUrl is "${publicUrl}"; an address such as https://km.example.go.th is expected.`
      );
    }
    const { readLagMs } = given;
    if (readLagMs !== undefined && !(readLagMs >= 0)) {
      throw new Error(`readLagMs is "${readLagMs}"; a number of milliseconds is expected.`);
    }
    if (cacheBytes !== undefined && !(cacheBytes >= 0)) {
      throw new Error(`cacheBytes is "${cacheBytes}"; a number of bytes is expected.`);
    }
    if (drainSeconds !== undefined && !(drainSeconds >= 0)) {
      throw new Error(`drainSeconds is "${drainSeconds}"; a number of seconds is expected.`);
    }
    if (loaderSeconds !== undefined && !(loaderSeconds >= 0)) {
      throw new Error(`loaderSeconds is "${loaderSeconds}"; a number of seconds is expected.`);
    }
    if (importMaxBytes !== undefined && !(importMaxBytes > 0)) {
      throw new Error(`importMaxBytes is "${importMaxBytes}"; a number of bytes is expected.`);
    }
    if (importBadShare !== undefined && !(importBadShare >= 0 && importBadShare <= 1)) {
      throw new Error(`importBadShare is "${importBadShare}"; a share from 0 to 1 is expected.`);
    }
  },
};
