import { cp, mkdir, readFile, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Core } from '@strapi/types';
import { evergreen, immutable } from '../platform/answer';
import { readStaticFile, type StaticFile } from '../platform/static-files';

/** Pages on other origins load these by a name that never changes. */
const evergreenFolder = 'v1';
const releaseName = /^\d+\.\d+\.\d+(?:-[\w.]+)?$/;

/** Where the files of the widgets lie. */
export interface WidgetFolders {
  /** The release that runs. */
  own: string;
  /** Releases that have run, each in a folder of its name. */
  releases: string;
}

/** A file of the widgets by its address below `/widgets/`; null for a release nobody has. */
export async function findWidgetFile(
  { own, releases }: WidgetFolders,
  path: string
): Promise<(StaticFile & { cacheControl: string }) | null> {
  const slash = path.indexOf('/');
  const [release, name] = [path.slice(0, Math.max(slash, 0)), path.slice(slash + 1)];
  if (release === evergreenFolder) {
    const file = await readStaticFile(own, name);
    return file && { ...file, cacheControl: evergreen };
  }
  if (!releaseName.test(release)) return null;
  const isOwn = release === (await versionOf(own));
  const file = await readStaticFile(isOwn ? own : join(releases, release), name);
  return file && { ...file, cacheControl: immutable };
}

/**
 * Keeps the release that runs beside those before it: pages that name it and its hash must find it
 * when another one runs.
 */
export async function keepRelease(strapi: Core.Strapi): Promise<void> {
  const folders = widgetFolders(strapi);
  const version = folders && (await versionOf(folders.own));
  if (!folders || !version) return;
  const { own, releases } = folders;
  const place = join(releases, version);
  try {
    if (await exists(place)) return;
    // Instances may start at once: each copies to a place of its own, and one of them is in time.
    const copy = join(releases, `.${version}-${process.pid}`);
    await mkdir(releases, { recursive: true });
    await cp(own, copy, { recursive: true });
    await rename(copy, place).catch(() => rm(copy, { recursive: true }));
  } catch (error) {
    strapi.log.warn(`km: this release of the widgets cannot be kept in ${releases}: ${error}`);
  }
}

/** Where this installation's widgets lie; null where it serves none. */
export function widgetFolders(strapi: Core.Strapi): WidgetFolders | null {
  const own = strapi.plugin('km').config<string | undefined>('widgetsDir');
  // Beside the uploads: the one folder that outlives an upgrade.
  return own ? { own, releases: join(strapi.dirs.static.public, 'widget-releases') } : null;
}

async function exists(place: string): Promise<boolean> {
  return stat(place).then(
    () => true,
    () => false
  );
}

/** Version of the package a folder belongs to: that of the nearest package.json above it. */
async function versionOf(folder: string): Promise<string | null> {
  for (let at = folder; ; at = dirname(at)) {
    try {
      const found: { version?: string } = JSON.parse(
        await readFile(join(at, 'package.json'), 'utf8')
      );
      return found.version ?? null;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ENOENT' || at === dirname(at)) return null;
    }
  }
}
