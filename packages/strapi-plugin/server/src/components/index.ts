import type { Core } from '@strapi/types';
import { earlierVersion } from './earlier-version';
import { updateItem } from './update-item';

const components = { 'update-item': updateItem, 'earlier-version': earlierVersion };

/**
 * Makes the plugin's components known to Strapi. Call it from the plugin's register(): the tables
 * are made from the registry between register() and bootstrap().
 *
 * Strapi itself reads components from the application's folder alone, so an entry carries what its
 * loader would have put on it (`@strapi/core`, loaders/components).
 */
export function registerComponents(strapi: Core.Strapi): void {
  const entries = Object.entries(components).map(([name, schema]) => {
    const uid = `km.${name}`;
    return [
      uid,
      {
        ...structuredClone(schema),
        __schema__: structuredClone(schema),
        uid,
        category: 'km',
        modelType: 'component',
        modelName: name,
      },
    ];
  });
  strapi.get('components').add(Object.fromEntries(entries));
}
