/** How Strapi knows the plugin: in addresses, permissions and translation keys. */
export const pluginId = 'km';

/** The key of one of our own translations. */
export function keyOf(name: string): string {
  return `${pluginId}.${name}`;
}
