import type { UpdateKind } from '@km-laas/contract';
import { html, type TemplateResult } from 'lit';

// A kind is told by its shape and its word; the colour only helps.
const kinds: Readonly<Record<UpdateKind, { colour: string; path: string }>> = {
  new: { colour: 'good', path: 'M12 5v14M5 12h14' },
  changed: {
    colour: 'accent',
    path: 'M4 9a8 8 0 0 1 14-3l2 2m0-5v5h-5M20 15a8 8 0 0 1-14 3l-2-2m0 5v-5h5',
  },
  fixed: { colour: 'warning', path: 'm4 12 6 6L20 6' },
  removed: { colour: 'bad', path: 'm6 6 12 12M18 6 6 18' },
};

/** What became of a menu; a kind this version does not know is shown as a change. */
export function renderKind(
  kind: UpdateKind,
  words: Readonly<Record<UpdateKind, string>>
): TemplateResult {
  const known = kind in kinds ? kind : 'changed';
  const { colour, path } = kinds[known];
  return html`<span class="chip kind ${colour}" part="kind"
    ><svg viewBox="0 0 24 24" aria-hidden="true"><path d=${path} /></svg>${words[known]}</span
  >`;
}
