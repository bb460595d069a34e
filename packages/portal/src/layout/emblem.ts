import { Html } from '../html.js';

/**
 * The site's own sign: an open book whose pages rise into three columns. Drawn for this site; no
 * emblem of the state is used. Its colours are set in CSS where it stands inline.
 */
export const emblem = Html.trust(
  '<svg class="emblem" viewBox="0 0 64 64" width="56" height="56" aria-hidden="true" focusable="false">' +
    '<circle class="emblem-ground" cx="32" cy="32" r="31"/>' +
    '<circle class="emblem-ring" cx="32" cy="32" r="27.5"/>' +
    '<path class="emblem-columns" d="M22 34V26h5v9zm7.5 1.5V18h5v17.5zM37 35V22h5v12z"/>' +
    '<path class="emblem-book" d="M13.5 37c7-1 13 0 18.5 4 5.5-4 11.5-5 18.5-4v9c-7-1-13 0-18.5 4-5.5-4-11.5-5-18.5-4z"/>' +
    '<path class="emblem-fold" d="M32 41v9"/>' +
    '</svg>'
);
