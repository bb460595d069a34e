import type { MarkedText } from '@km-laas/contract';
import { html } from 'lit';

/** A text with the parts that answer the query marked; ranges that make no sense are passed over. */
export function renderMarked({ text, marks }: MarkedText): unknown {
  const parts: unknown[] = [];
  let end = 0;
  for (const mark of Array.isArray(marks) ? marks : []) {
    const [from, to] = Array.isArray(mark) ? mark : [-1, -1];
    if (!(from >= end && to > from && to <= text.length)) continue;
    parts.push(text.slice(end, from), html`<mark>${text.slice(from, to)}</mark>`);
    end = to;
  }
  return [...parts, text.slice(end)];
}
