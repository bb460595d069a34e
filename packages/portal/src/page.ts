import type { Html } from './html.js';

/** One of the knowledge bank's services as the portal shows it. */
export interface Service {
  /** First part of its addresses and name of its files, e.g. `manuals`. */
  name: string;
  /** Element that shows it. */
  tag: `km-${string}`;
  /** What the element is told on the page of the whole list, beside what every element is told. */
  attributes?: Readonly<Record<string, string>>;
  /** Shows figures: one page for all of it, none for items. */
  isFigures?: true;
  title: string;
  titleEn: string;
  /** Name in the main menu, where room is scarce; the title when left out. */
  menuTitle?: string;
  /** What one finds there, in one line of a door. */
  line: string;
  lineEn: string;
  /** The same in a sentence or two, under the heading of its page and in search results. */
  description: string;
  /** Paths on a grid of 24 by 24 that draw its sign. */
  icon: string;
}

/** A step back from a page, in its breadcrumbs. */
export interface Step {
  title: string;
  path: string;
}

/** One file of the built site. */
export interface Page {
  /** File in the built folder. */
  file: string;
  /** Address on the site; null where the file has none of its own, as an item's shell. */
  path: string | null;
  /** Plain text; the shell of an item has a marker here. */
  title: string | Html;
  description: string | Html;
  /** Entry of the main menu this page belongs to. */
  section: string | null;
  trail: readonly Step[];
  /** Day its text was last changed (`2026-11-22`), on pages that are text alone. */
  updated?: string;
  /** Whether search engines may list it. */
  isListed: boolean;
  /** Script of its own, beside the one every page has. */
  script?: 'builder';
  /** Its language; Thai when left out. What stands around it is Thai on every page. */
  lang?: 'en';
  /** Address of the same in the other language. */
  translation?: string;
  /** Everything inside `<main>`, with exactly one `<h1>`. */
  renderBody(house: House, assets: Assets): Html;
}

/** All there is, for pages that point at others. */
export interface House {
  services: readonly Service[];
  pages: readonly Page[];
}

/** A picture of the system at work, for the manual. */
export interface Picture {
  address: string;
  /** In CSS pixels; the file has three dots for two. */
  width: number;
  height: number;
}

/** Addresses of the built assets, each with a hash of its content in the name. */
export interface Assets {
  style: string;
  script: string;
  /** Of the page where elements are chosen for other sites. */
  builder: string;
  emblem: string;
  /** Pictures other sites show beside an address, by service; `site` for all other pages. */
  cards: Readonly<Record<string, string>>;
  /** Pictures of the manual, by the name of their file. */
  pictures: Readonly<Record<string, Picture>>;
  /** Fonts worth fetching before the style sheet asks for them. */
  preload: readonly string[];
}
