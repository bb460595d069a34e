import type { Core } from '@strapi/types';
import type { QueueDepths } from '../platform/metrics';
import { registerImportPermissions } from './admin';
import { countWorkedOn } from './job-table';
import { importsOf, sweep } from './service';

export { importAdminRoutes, importController } from './admin';
export { createImports, newestImport } from './service';

/** Goes on with imports that were left lying, once this process serves anyone. */
export async function bootstrapImports(strapi: Core.Strapi): Promise<void> {
  await registerImportPermissions(strapi);
  strapi.server.httpServer.once('listening', () => {
    importsOf(strapi).runner.start();
    sweep(strapi).catch((error) => strapi.log.warn(`km: import files stay: ${String(error)}`));
  });
}

export function stopImports(strapi: Core.Strapi): Promise<void> {
  return importsOf(strapi).runner.stop();
}

/** Imports that some instance works on or is to work on. */
export const importQueues: QueueDepths = async (strapi) => ({
  import: await countWorkedOn(strapi),
});
