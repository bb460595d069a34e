import type { Core } from '@strapi/strapi';

/**
 * What stands between the server and Strapi's own routes. The public API, the widgets and the
 * portal are answered before any of it, with headers of their own.
 */
export default ({ env }: Core.Config.Shared.ConfigParams) => {
  const files = env('S3_BUCKET') && [
    "'self'",
    'data:',
    'blob:',
    new URL(env('S3_PUBLIC_URL', '')).origin,
  ];
  return [
    // No 'strapi::logger': the plugin logs requests, without what readers search for.
    'strapi::errors',
    {
      name: 'strapi::security',
      config: {
        contentSecurityPolicy: {
          useDefaults: true,
          directives: {
            upgradeInsecureRequests: null,
            // The media library shows files from where they are kept.
            ...(files && { 'img-src': files, 'media-src': files }),
          },
        },
      },
    },
    // Pages of other origins have no business with the admin panel or Strapi's own API.
    {
      name: 'strapi::cors',
      config: { origin: env.array('ALLOWED_ORIGINS', []) },
    },
    'strapi::session',
    'strapi::query',
    'strapi::body',
    'strapi::favicon',
    'strapi::public',
  ];
};
