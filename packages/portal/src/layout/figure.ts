import { html, type Html } from '../html.js';
import type { Assets } from '../page.js';

/**
 * A picture of the manual, which opens in full where the screen is small.
 *
 * @param name - Of its file in `pictures/`.
 * @param alt - What is to be seen, for whoever does not see it.
 * @param caption - What to look at; numbers stand for the rings drawn on it.
 */
export type RenderFigure = (name: string, alt: string, caption: string) => Html | null;

export function figuresOf({ pictures }: Assets): RenderFigure {
  return (name, alt, caption) => {
    const picture = pictures[name];
    // A new picture is taken from a site that was built without it; a test misses what is missing.
    if (!picture) return null;
    const { address, width, height } = picture;
    return html`<figure>
      <a href="${address}"
        ><img src="${address}" alt="${alt}" width="${width}" height="${height}" loading="lazy"
      /></a>
      <figcaption>${caption}</figcaption>
    </figure>`;
  };
}
