import type { StatusNotice, SystemStatus } from '@km-laas/contract';
import { readItem, type ReadOptions, type Single } from '../read.js';
import type { Shape } from '../shape.js';

const noticeShape: Shape<StatusNotice> = {
  id: 'string',
  state: 'string',
  headline: 'string',
  advice: ['string'],
  startsAt: 'string',
  endsAt: 'string?',
};

/** How e-LAAS is now, and what is announced. */
export function getStatus(options: ReadOptions): Promise<Single<SystemStatus>> {
  const shape: Shape<SystemStatus> = { state: 'string', notices: [noticeShape] };
  return readItem('/status', shape, options);
}
