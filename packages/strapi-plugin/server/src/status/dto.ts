import type { StatusNotice } from '@km-laas/contract';
import type { Row, Selection } from '../content/published-rows';

export interface StatusRow extends Row {
  headline: string;
  state: StatusNotice['state'];
  startsAt: string;
  endsAt: string | null;
  advice: string | null;
  sample: boolean | null;
}

export const statusSelection: Selection = {
  select: ['headline', 'state', 'startsAt', 'endsAt', 'advice', 'sample'],
};

export function adaptNotice(row: StatusRow): StatusNotice {
  return {
    id: row.documentId,
    state: row.state,
    headline: row.headline,
    advice: (row.advice ?? '')
      .split('\n')
      .map((line) => line.trim())
      .filter((line) => line !== ''),
    startsAt: row.startsAt,
    endsAt: row.endsAt,
    updatedAt: row.updatedAt,
    sample: row.sample === true,
  };
}
