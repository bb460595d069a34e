import type { Core } from '@strapi/types';

/** Version of this plugin as its package says. */
export function ownVersion(strapi: Core.Strapi): string {
  return strapi.config.get<string>('enabledPlugins.km.packageInfo.version', '0.0.0');
}
