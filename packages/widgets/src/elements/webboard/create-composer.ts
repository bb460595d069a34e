import { LocalizeController } from '../../controllers/localize-controller.js';
import { addStyles } from '../../internal/item/add-styles.js';
import type { Board } from './board.js';
import { Composer, type ComposerTask } from './composer.js';
import { composerStyles } from './composer.styles.js';
import { th, type ComposerTranslation } from './composer.th.js';

const prepared = new WeakMap<Board, LocalizeController<ComposerTranslation>>();

/** The words of the editor, and its styles; an element gets them once. */
export function prepareComposer(board: Board): LocalizeController<ComposerTranslation> {
  let localize = prepared.get(board);
  if (!localize) {
    localize = new LocalizeController<ComposerTranslation>(board.host, {
      th,
      en: async () => (await import('./composer.en.js')).en,
    });
    addStyles(board.host, composerStyles);
    prepared.set(board, localize);
  }
  return localize;
}

/** A field for a post; fetched when somebody writes the first. */
export function createComposer(board: Board, task: ComposerTask): Composer {
  return new Composer(board, prepareComposer(board), task);
}
