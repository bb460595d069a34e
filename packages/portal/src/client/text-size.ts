/** Steps of the text's size from the smallest on; `styles/text-size.css` says how large each is. */
export const textSizes = ['-1', '0', '1', '2', '3'] as const;
export type TextSize = (typeof textSizes)[number];

export const normalSize: TextSize = '0';

/** Per cent of the usual size, for telling the reader. */
export const percentOf: Readonly<Record<TextSize, number>> = {
  '-1': 90,
  '0': 100,
  '1': 115,
  '2': 130,
  '3': 150,
};

/** The size a kept word means; the normal one for anything else. */
export function parseTextSize(kept: string | null): TextSize {
  return textSizes.find((size) => size === kept) ?? normalSize;
}

/** The size after one press of a button; at either end it stays. */
export function changeTextSize(size: TextSize, change: 'smaller' | 'normal' | 'larger'): TextSize {
  if (change === 'normal') return normalSize;
  const next = textSizes.indexOf(size) + (change === 'larger' ? 1 : -1);
  return textSizes[next] ?? size;
}
