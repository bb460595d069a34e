/**
 * The one script a page includes: fetches the elements the page uses from the folder this file came
 * from, and lets them read from its origin, or from what `data-api` on the script tag says.
 */
import { findElements } from './kit/find-elements.js';

const { url } = import.meta;

try {
  // Asked for at the same time, else a slow line waits for one after the other.
  findElements(url, (name) =>
    Promise.all(
      ['base', 'shared', name]
        // Until somebody searches, the search box needs no lists.
        .filter((file) => file !== 'shared' || name !== 'search-box')
        .map((file) => import(/* @vite-ignore */ new URL(`${file}.js`, url).href))
    )
  );
} catch (error) {
  console.warn('KM widgets:', error);
}
