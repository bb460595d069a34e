import type { Core } from '@strapi/strapi';

/**
 * HOST is every interface by default: in a container or behind a proxy nothing else is reachable,
 * and what may be reached is the firewall's to say. Set HOST=127.0.0.1 where the proxy runs on the
 * same machine.
 */
export default ({ env }: Core.Config.Shared.ConfigParams) => ({
  host: env('HOST', '0.0.0.0'),
  port: env.int('PORT', 1337),
  url: env('PUBLIC_URL', ''),
  app: { keys: env.array('APP_KEYS') },
  // Uploaded files lie in its folder `uploads`.
  dirs: { public: env('PUBLIC_DIR', './public') },
  proxy: {
    // The number of proxies in front that may be believed; none by default, or anyone could
    // choose the address limits are counted by.
    koa: env.int('TRUSTED_PROXIES', 0) > 0,
    maxIpsCount: env.int('TRUSTED_PROXIES', 0),
  },
  logger: { updates: { enabled: false }, startup: { enabled: env.bool('STARTUP_LOG', true) } },
  transfer: { remote: { enabled: false } },
});
