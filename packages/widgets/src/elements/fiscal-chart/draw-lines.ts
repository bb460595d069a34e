import {
  CategoryScale,
  Chart,
  LineController,
  LineElement,
  LinearScale,
  PointElement,
} from 'chart.js';
import type { SideName } from './figures.js';
import type { Look } from './look.js';

Chart.register(LineController, LineElement, PointElement, LinearScale, CategoryScale);

/** A line over the months; null leaves a gap. */
export interface Line {
  side: SideName;
  isLastYear: boolean;
  values: readonly (number | null)[];
}

/** What is to be drawn. */
export interface LineChart {
  labels: readonly string[];
  lines: readonly Line[];
  /** What stands above the vertical axis. */
  unit: string;
  writeTick: (value: number) => string;
}

/** Where the drawing has its months, in pixels. */
export interface Plot {
  top: number;
  bottom: number;
  /** Middle of each month. */
  xs: readonly number[];
}

/** Dashes and points tell the sides apart where colours do not. */
const dashes: Record<SideName, number[]> = { revenue: [], expenditure: [7, 4] };
const points: Record<SideName, 'circle' | 'rect'> = { revenue: 'circle', expenditure: 'rect' };

/**
 * Draws the lines and answers where the months are.
 *
 * Chart.js writes styles on a canvas it is given and listens to it; so it gets one of its own that
 * is no part of the page, and the picture is copied.
 *
 * @param ratio - Dots of the target for each pixel.
 */
export function drawLines(
  target: CanvasRenderingContext2D,
  { labels, lines, unit, writeTick }: LineChart,
  look: Look,
  box: { x: number; y: number; width: number; height: number },
  ratio: number
): Plot {
  const font = { family: look.font, size: look.fontSize * 0.8125 };
  const heading = font.size * 2;
  const canvas = new OffscreenCanvas(box.width, box.height - heading);
  const chart = new Chart(canvas as unknown as HTMLCanvasElement, {
    type: 'line',
    data: {
      labels: [...labels],
      datasets: lines.map(({ side, isLastYear, values }) => ({
        data: [...values],
        borderColor: look[side],
        backgroundColor: side === 'revenue' ? look[side] : look.paper,
        borderWidth: isLastYear ? 1 : 3,
        borderDash: isLastYear ? [2, 3] : dashes[side],
        borderJoinStyle: 'round' as const,
        pointStyle: points[side],
        pointRadius: isLastYear ? 2 : 4.5,
        pointBorderWidth: isLastYear ? 1 : 2,
        spanGaps: false,
      })),
    },
    options: {
      responsive: false,
      animation: false,
      events: [],
      devicePixelRatio: ratio,
      locale: 'en',
      layout: { padding: { right: font.size, top: 6 } },
      scales: {
        x: {
          grid: { display: false },
          border: { color: look.quiet },
          ticks: { color: look.quiet, font, maxRotation: 0, autoSkipPadding: 4 },
        },
        y: {
          beginAtZero: true,
          border: { display: false },
          grid: { color: look.line },
          ticks: {
            color: look.quiet,
            font,
            maxTicksLimit: 6,
            callback: (value) => writeTick(Number(value)),
          },
        },
      },
    },
  });
  const { chartArea, scales } = chart;
  const plot = {
    top: box.y + heading + chartArea.top,
    bottom: box.y + heading + chartArea.bottom,
    xs: labels.map((_, index) => box.x + scales.x!.getPixelForValue(index)),
  };
  target.drawImage(canvas, box.x, box.y + heading, box.width, box.height - heading);
  chart.destroy();
  target.fillStyle = look.quiet;
  target.font = `${font.size}px ${font.family}`;
  target.textBaseline = 'top';
  target.fillText(unit, box.x, box.y);
  return plot;
}
