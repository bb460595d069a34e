import type { Core } from '@strapi/types';
import { revisionsOf } from './revisions';
import type { ServiceName } from './service-room';

type Subscriber = Extract<Parameters<Core.Strapi['db']['lifecycles']['subscribe']>[0], object>;

const media = ['plugin::upload.file', 'plugin::upload.folder'];

/**
 * Raises a service's revision with every write to its rows, and those that show files with every
 * write to the media library, whichever way the write comes: content manager, document service or
 * query.
 *
 * @param content - Services that keep their rows as a content type of this plugin.
 */
export function followContentChanges(strapi: Core.Strapi, content: readonly ServiceName[]): void {
  const uids = new Map(content.map((name) => [`plugin::km.${name}`, [name]]));
  const withFiles = content.filter((name) => showsFiles(strapi, name));
  for (const uid of media) uids.set(uid, withFiles);
  const raise = ({ model }: { model: { uid: string } }) =>
    revisionsOf(strapi).raise(uids.get(model.uid) ?? []);
  strapi.db.lifecycles.subscribe({
    models: [...uids.keys()],
    afterCreate: raise,
    afterCreateMany: raise,
    afterUpdate: raise,
    afterUpdateMany: raise,
    afterDelete: raise,
    afterDeleteMany: raise,
  } as unknown as Subscriber);
}

/** Whether an entry of the service holds files: by itself, in a component, or in its text. */
function showsFiles(strapi: Core.Strapi, name: ServiceName): boolean {
  const { attributes } = strapi.contentType(`plugin::km.${name}` as 'plugin::upload.file');
  return Object.values(attributes).some(({ type }) =>
    ['media', 'component', 'blocks'].includes(type)
  );
}
