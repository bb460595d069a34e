import type { Core } from '@strapi/types';
import { createDocumentRules } from './document-rules';
import { guardMediaLibrary } from './upload-guard';

export { editorialAdminRoutes, editorialController } from './admin';

/** What editing needs before Strapi builds its models. Call it from the plugin's register(). */
export function registerEditorial(strapi: Core.Strapi): void {
  strapi.customFields.register({
    name: 'choice',
    plugin: 'km',
    type: 'enumeration',
    inputSize: { default: 6, isResizable: true },
  });
  strapi.customFields.register({
    name: 'day',
    plugin: 'km',
    type: 'date',
    inputSize: { default: 4, isResizable: true },
  });
  strapi.customFields.register({
    name: 'province',
    plugin: 'km',
    type: 'string',
    inputSize: { default: 6, isResizable: true },
  });
  strapi.documents.use(createDocumentRules(strapi));
}

/** Rules and labels of editing. Call it from the plugin's bootstrap(). */
export async function bootstrapEditorial(strapi: Core.Strapi): Promise<void> {
  guardMediaLibrary(strapi);
}
