import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import path from 'node:path';
import type { Core } from '@strapi/strapi';

type Env = Core.Config.Shared.ConfigParams['env'];

/** The origin files of an S3-compatible store are read from; none where the disk keeps them. */
function fileOrigins(env: Env): string[] {
  return env('S3_BUCKET') ? [new URL(publicUrl(env)).origin] : [];
}

/**
 * How the upload plugin keeps files: in an S3-compatible store where `S3_BUCKET` names a bucket,
 * which several instances need, else on this machine's disk.
 */
function fileStore(env: Env): Record<string, unknown> {
  const bucket = env('S3_BUCKET');
  if (!bucket) return {};
  const endpoint = env('S3_ENDPOINT');
  return {
    provider: 'aws-s3',
    providerOptions: {
      baseUrl: publicUrl(env),
      s3Options: {
        region: env('S3_REGION', 'us-east-1'),
        ...(endpoint && { endpoint, forcePathStyle: env.bool('S3_PATH_STYLE', true) }),
        credentials: {
          accessKeyId: required(env, 'S3_ACCESS_KEY_ID'),
          secretAccessKey: required(env, 'S3_ACCESS_SECRET'),
        },
        // Stores other than Amazon's do not know the checksums its own client adds unasked.
        requestChecksumCalculation: 'WHEN_REQUIRED',
        responseChecksumValidation: 'WHEN_REQUIRED',
        // The bucket's policy says who may read; most stores refuse rules of single files.
        params: { Bucket: bucket, ACL: env('S3_ACL') || undefined },
      },
    },
  };
}

function publicUrl(env: Env): string {
  const url = required(env, 'S3_PUBLIC_URL');
  if (!URL.canParse(url)) {
    throw new Error(
      `S3_PUBLIC_URL is "${url}"; an address such as https://files.example.go.th is expected.`
    );
  }
  return url;
}

function required(env: Env, name: string): string {
  const value = env(name);
  if (!value) throw new Error(`S3_BUCKET is set and ${name} is not: set it in cms/.env.`);
  return value;
}

/** Whom members may sign in with: each of OIDC_PROVIDERS has variables of its own. */
function oidcProviders(env: Env): Record<string, string>[] {
  return env.array('OIDC_PROVIDERS', []).map((id) => {
    const of = (name: string) => env(`OIDC_${id.toUpperCase().replace(/-/g, '_')}_${name}`, '');
    return {
      id,
      issuer: of('ISSUER'),
      clientId: of('CLIENT_ID'),
      clientSecret: of('CLIENT_SECRET'),
      scope: of('SCOPE'),
      nameTh: of('NAME_TH') || id,
      nameEn: of('NAME_EN') || id,
    };
  });
}

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
        mediaOrigins: [...env.array('MEDIA_ORIGINS', []), ...fileOrigins(env)],
        readUrl: env('DATABASE_READ_URL', ''),
        readLagMs: env.int('DATABASE_READ_LAG_MS', 1000),
        searchFile: env('KM_SEARCH_FILE', ''),
        cacheBytes: env.int('KM_CACHE_BYTES', 64 * 1024 * 1024),
        mail: {
          host: env('SMTP_HOST', ''),
          port: env.int('SMTP_PORT', 587),
          secure: env.bool('SMTP_SECURE', false),
          user: env('SMTP_USER', ''),
          password: env('SMTP_PASSWORD', ''),
          from: env('MAIL_FROM', ''),
        },
        oidc: oidcProviders(env),
        front: env.bool('KM_FRONT', true),
        checksPrivatePages: env.bool('KM_CHECK_PRIVATE_PAGES', false),
        metricsToken: env('KM_METRICS_TOKEN', ''),
        loaderSeconds: env.int(
          'KM_LOADER_SECONDS',
          process.env.NODE_ENV === 'production' ? 4 * 3600 : 0
        ),
        drainSeconds: env.int('KM_DRAIN_SECONDS', process.env.NODE_ENV === 'production' ? 2 : 0),
      },
    },
    'users-permissions': {
      config: {
        // Its own tokens are neither given out nor taken: nobody needs to know what signs them.
        jwtSecret: randomBytes(32).toString('base64'),
      },
    },
    upload: {
      config: {
        ...fileStore(env),
        sizeLimit: env.int('UPLOAD_LIMIT_BYTES', 50 * 1024 * 1024),
        // The plugin judges every upload by its bytes and says why in Thai. Strapi's own check would
        // refuse first, in English, and drops a refused file among others without a word; it warns
        // at each upload while it has no list at all.
        security: { deniedTypes: ['application/x-never'] },
      },
    },
  };
};
