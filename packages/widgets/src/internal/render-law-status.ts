import type { LawStatus } from '@km-laas/contract';
import { html, nothing, type TemplateResult } from 'lit';

/** Look of each status: a shape, told apart without colour, and a colour. */
const looks: Readonly<Record<LawStatus, readonly [tone: string, path: string]>> = {
  inForce: ['good', 'M3 12a9 9 0 1 0 18 0a9 9 0 1 0-18 0m5 0 3 3 5-6'],
  amended: ['warning', 'M4 20l1-4L16 5l3 3L8 19l-4 1zM14 7l3 3'],
  repealed: ['bad', 'M8 3h8l5 5v8l-5 5H8l-5-5V8l5-5zm1 6 6 6m0-6-6 6'],
  notYetInForce: ['accent', 'M3 12a9 9 0 1 0 18 0a9 9 0 1 0-18 0m9-5v5l3 2'],
};

/** Whether a law holds, by shape, word and colour. */
export function renderStatus(
  status: LawStatus,
  { statuses }: { statuses: Readonly<Record<LawStatus, string>> }
): TemplateResult | typeof nothing {
  // A status of a later version must not look like one of ours.
  if (!looks[status]) return nothing;
  const [tone, path] = looks[status];
  return html`<span class="chip ${tone}" part="status"
    ><svg viewBox="0 0 24 24" aria-hidden="true"><path d=${path} /></svg>${statuses[status]}</span
  >`;
}
