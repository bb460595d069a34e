import type { Html } from '../html.js';
import type { RenderFigure } from '../layout/figure.js';

/** What one kind of reader of the manual needs: a page of its own. */
export interface Guide {
  /** Last part of its address below `/help`. */
  name: string;
  title: string;
  /** Whom it is for, in the words they would say of themselves. */
  who: string;
  description: string;
  /** Paths on a grid of 24 by 24 that draw its sign. */
  icon: string;
  /** Day its text was last changed. */
  updated: string;
  chapters: readonly Chapter[];
}

/** One task, from its first step to its last. */
export interface Chapter {
  /** Its anchor on the page. */
  id: string;
  title: string;
  /** What follows the heading. Names of buttons and fields stand in `<b>`, as the screen has them. */
  renderBody(figure: RenderFigure): Html;
}
