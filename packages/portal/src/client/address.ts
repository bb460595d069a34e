/** Parameters of a page's address, and the attribute of its widget each is meant for. */
const attributes = {
  number: 'number',
  topic: 'topic',
  authority: 'authority',
  province: 'province',
  region: 'region',
  level: 'level',
  year: 'fiscal-year',
} as const;

/**
 * Hands what the address asks for to the page's widget: `/laws?number=ว 5912`, `/fiscal?province=47`.
 */
export function passAddressOn(): void {
  const widget = document.querySelector('[data-from-address]');
  const query = new URLSearchParams(location.search);
  for (const [parameter, attribute] of Object.entries(attributes)) {
    const value = query.get(parameter)?.trim();
    if (value) widget?.setAttribute(attribute, value);
  }
}
