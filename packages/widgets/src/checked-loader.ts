/**
 * The loader for pages that name a release and its hash: as loader.ts, but every further file is
 * refused by the browser unless it is the one that was released.
 *
 * The page vouches for this file by `integrity` on its script tag, this file for the list of
 * hashes, and that for every file an element can ever need: so all of an element's files come at
 * once, those for what a reader may open later among them.
 */
import { findElements } from './kit/find-elements.js';

const { url } = import.meta;
/** Of `integrity.json`; written by the build. */
const integrity = 'sha384-kmkmkmkmkmkmkmkmkmkmkmkmkmkmkmkmkmkmkmkmkmkmkmkmkmkmkmkmkmkmkmkm';
let list: Promise<Record<string, Record<string, string>>> | undefined;

async function fetchChecked(name: string): Promise<unknown> {
  list ??= fetch(new URL('integrity.json', url), { integrity }).then((answer) => answer.json());
  await Promise.all(
    Object.entries((await list)[name] ?? {}).map(([file, hash]) => preload(file, hash))
  );
  return import(/* @vite-ignore */ new URL(`${name}.js`, url).href);
}

/** A module that is fetched with a hash keeps its place: a later import cannot get another file. */
function preload(file: string, hash: string): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const link = document.createElement('link');
    Object.assign(link, {
      rel: 'modulepreload',
      href: new URL(file, url).href,
      integrity: hash,
      nonce: document.querySelector<HTMLElement>('script[nonce]')?.nonce ?? '',
      onload: resolve,
      onerror: () => reject(new Error(`${file} is missing, or not as it was released.`)),
    });
    document.head.append(link);
  });
}

try {
  if (!document.createElement('link').relList.supports('modulepreload')) {
    throw new Error('This browser cannot check the files of a release; use km.js.');
  }
  findElements(url, fetchChecked);
} catch (error) {
  console.warn('KM widgets:', error);
}
