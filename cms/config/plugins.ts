import { existsSync } from 'node:fs';
import path from 'node:path';
import type { Core } from '@strapi/strapi';

/** A built part the server needs, and the command that builds it. */
function builtPart(name: string, file: string, command: string): string {
  const folder = path.dirname(require.resolve(`${name}/package.json`));
  const built = path.join(folder, file);
  if (!existsSync(built)) {
    throw new Error(
      `${name} is not built: ${built} is missing. Run \`${command}\` and start again.`
    );
  }
  return built;
}

export default ({ env }: Core.Config.Shared.ConfigParams) => {
  // Strapi skips a plugin whose build is missing without a word, and would go on without a single
  // content type. Better not to start at all.
  builtPart('strapi-plugin-km', 'dist/server/index.js', 'npm run build -w strapi-plugin-km');
  const widgets = builtPart(
    '@km-laas/widgets',
    'dist/embed/km.js',
    'npm run build -w @km-laas/widgets'
  );
  const portal = builtPart(
    '@km-laas/portal',
    'dist/index.html',
    'npm run build -w @km-laas/portal'
  );
  return {
    km: {
      enabled: true,
      config: {
        widgetsDir: path.dirname(widgets),
        portalDir: path.dirname(portal),
        publicUrl: env('PUBLIC_URL', ''),
        mediaOrigins: env.array('MEDIA_ORIGINS', []),
        searchFile: env('KM_SEARCH_FILE', ''),
        cacheBytes: env.int('KM_CACHE_BYTES', 64 * 1024 * 1024),
        metricsToken: env('KM_METRICS_TOKEN', ''),
        drainSeconds: env.int('KM_DRAIN_SECONDS', process.env.NODE_ENV === 'production' ? 2 : 0),
      },
    },
    upload: {
      config: {
        sizeLimit: env.int('UPLOAD_LIMIT_BYTES', 50 * 1024 * 1024),
        // The plugin judges every upload by its bytes and says why in Thai. Strapi's own check would
        // refuse first, in English, and drops a refused file among others without a word; it warns
        // at each upload while it has no list at all.
        security: { deniedTypes: ['application/x-never'] },
      },
    },
  };
};
