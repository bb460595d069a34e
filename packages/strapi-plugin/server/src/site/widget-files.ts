import { cp, mkdir, readFile, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Core } from '@strapi/types';
import { evergreen, immutable, lasting } from '../platform/answer';
import { readStaticFile, type StaticFile } from '../platform/static-files';

/** Pages on other origins load these by a name that never changes. */
const evergreenFolder = 'v1';
/** Those of them that need no other file of their folder. */
const loaders = new Set(['km.js', 'km-frame.js']);
const releaseName = /^\d+\.\d+\.\d+(?:-[\w.]+)?$/;

/** Where the files of the widgets lie. */
export interface WidgetFolders {
  /** The release that runs. */
  own: string;
  /** Releases that have run, each in a folder of its name. */
  releases: string;
  /** Seconds browsers may go on with a loader without asking. */
  loaderSeconds: number;
}

/** What one build is called: by the version that pages name, and by its own name. */
interface Names {
  version: string;
  release: string;
}

/** A file of the widgets by its address below `/widgets/`; null for a release nobody has. */
export async function findWidgetFile(
  { own, releases, loaderSeconds }: WidgetFolders,
  path: string
): Promise<(StaticFile & { cacheControl: string }) | null> {
  const slash = path.indexOf('/');
  const [release, name] = [path.slice(0, Math.max(slash, 0)), path.slice(slash + 1)];
  if (release === evergreenFolder) {
    const file = await readStaticFile(own, name);
    return (
      file && { ...file, cacheControl: loaders.has(name) ? lasting(loaderSeconds) : evergreen }
    );
  }
  if (!releaseName.test(release)) return null;
  const names = await namesOf(own);
  const isOwn = names?.version === release || names?.release === release;
  const file = await readStaticFile(isOwn ? own : join(releases, release), name);
  return file && { ...file, cacheControl: immutable };
}

/**
 * Keeps the release that runs beside those before it: pages that name it and its hash must find it
 * when another one runs, and so must loaders of this build that browsers have kept.
 */
export async function keepRelease(strapi: Core.Strapi): Promise<void> {
  const folders = widgetFolders(strapi);
  const names = folders && (await namesOf(folders.own));
  if (!folders || !names) return;
  const { own, releases } = folders;
  try {
    for (const name of [names.version, names.release]) {
      const place = join(releases, name);
      if (await exists(place)) continue;
      // Instances may start at once: each copies to a place of its own, and one of them is in time.
      const copy = join(releases, `.${name}-${process.pid}`);
      await mkdir(releases, { recursive: true });
      await cp(own, copy, { recursive: true });
      await rename(copy, place).catch(() => rm(copy, { recursive: true }));
    }
  } catch (error) {
    strapi.log.warn(`km: this release of the widgets cannot be kept in ${releases}: ${error}`);
  }
}

/** Where this installation's widgets lie; null where it serves none. */
export function widgetFolders(strapi: Core.Strapi): WidgetFolders | null {
  const own = strapi.plugin('km').config<string | undefined>('widgetsDir');
  // Beside the uploads: the one folder that outlives an upgrade.
  const releases = join(strapi.dirs.static.public, 'widget-releases');
  const loaderSeconds = strapi.plugin('km').config<number>('loaderSeconds');
  return own ? { own, releases, loaderSeconds } : null;
}

async function exists(place: string): Promise<boolean> {
  return stat(place).then(
    () => true,
    () => false
  );
}

/** What the build in a folder says of itself; null where it is none. */
async function namesOf(folder: string): Promise<Names | null> {
  try {
    const text = await readFile(join(folder, 'manifest.json'), 'utf8');
    const { version, release } = JSON.parse(text) as Partial<Names>;
    return version && release ? { version, release } : null;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    return null;
  }
}
