import { areaOf, type Area } from './area.js';

/** Views of the figures, the first one unless told. */
export const viewNames = ['months', 'accounts', 'compare', 'map'] as const;
export type ViewName = (typeof viewNames)[number];

/** What an address of the page says of the chart. */
export interface FiscalLink {
  area: Area;
  fiscalYear: number;
  view: ViewName;
  perHead: boolean;
}

/** What the page's address says of the chart; undefined where it says nothing that can be read. */
export function readLink(hash: string): FiscalLink | undefined {
  const [, code = '', year, view, head] =
    /[#&]km-fiscal=([a-z0-9]+),(\d{4}),([a-z]+)(,head)?(?:&|$)/.exec(hash.replace(/%2C/gi, ',')) ??
    [];
  const area = code ? areaOf(code) : undefined;
  return (
    area && {
      area,
      fiscalYear: Number(year),
      view: viewNames.find((name) => name === view) ?? viewNames[0],
      perHead: !!head,
    }
  );
}
