/** Services an item of another one points to. */
const places = {
  manual: { tag: 'km-manual-browser', path: 'manuals' },
  law: { tag: 'km-law-library', path: 'laws' },
  form: { tag: 'km-form-downloader', path: 'forms' },
} as const;

/**
 * Where an item of another service is read: in this page when it holds that service's element,
 * else on the knowledge bank's own site.
 */
export function serviceHref(api: string, service: keyof typeof places, id: string): string {
  const { tag, path } = places[service];
  return document.querySelector(tag)
    ? `${location.href.split('#')[0]}#km-${service}=${id}`
    : `${api}/${path}/${encodeURIComponent(id)}`;
}
