import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { evergreen, immutable } from '../platform/answer';
import { readStaticFile, type StaticFile } from '../platform/static-files';

/** Pages on other origins load these by a name that never changes. */
const evergreenFolder = 'v1';

/** A file of the widgets by its address below `/widgets/`; null for any other version than ours. */
export async function findWidgetFile(
  folder: string,
  path: string
): Promise<(StaticFile & { cacheControl: string }) | null> {
  const slash = path.indexOf('/');
  const release = path.slice(0, slash);
  const isEvergreen = release === evergreenFolder;
  if (slash < 1 || (!isEvergreen && release !== (await versionOf(folder)))) return null;
  const file = await readStaticFile(folder, path.slice(slash + 1));
  return file && { ...file, cacheControl: isEvergreen ? evergreen : immutable };
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
