import type { LitElement } from 'lit';
import type { SideName } from './figures.js';

/** Colours and type of an element as it stands in its page, for what is drawn by hand. */
export interface Look extends Readonly<Record<SideName, string>> {
  ink: string;
  quiet: string;
  line: string;
  paper: string;
  ground: string;
  /** Family as CSS writes it. */
  font: string;
  /** Of the text, in pixels. */
  fontSize: number;
}

/** Reads the look an element has now; of an element in dark, `light` reads that of its light theme. */
export function readLook(host: LitElement, light = false): Look {
  const theme = host.getAttribute('theme');
  // The two themes are two sets of rules: only by asking for the other one are its colours known.
  if (light && theme) host.setAttribute('theme', 'light');
  const tokens = getComputedStyle(host);
  const root = getComputedStyle(host.renderRoot.querySelector('.root')!);
  const token = (name: string) => tokens.getPropertyValue(`--_${name}`).trim();
  const isForced = !light && matchMedia('(forced-colors: active)').matches;
  const look: Look = isForced
    ? {
        ...{ ink: root.color, quiet: root.color, revenue: root.color },
        line: root.color.replace(')', ', 0.3)'),
        ...{ expenditure: root.color, paper: root.backgroundColor, ground: root.backgroundColor },
        font: root.fontFamily,
        fontSize: parseFloat(root.fontSize),
      }
    : {
        ...{ ink: token('ink'), quiet: token('quiet'), line: token('line') },
        ...{ paper: token('paper'), ground: token('ground') },
        ...{ revenue: token('revenue'), expenditure: token('expenditure') },
        font: root.fontFamily,
        fontSize: parseFloat(root.fontSize),
      };
  if (light && theme) host.setAttribute('theme', theme);
  return look;
}
