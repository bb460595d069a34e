/** What text on a ground needs at least (WCAG 2.2, 1.4.3). */
export const leastContrast = 4.5;

/** Grounds that elements stand on; as in the widgets' tokens. */
export const grounds = { light: '#ffffff', dark: '#10161f' } as const;

/** Contrast of two colours as WCAG reckons it, 1 to 21. */
export function contrastOf(one: string, other: string): number {
  const [brighter = 0, darker = 0] = [luminanceOf(one), luminanceOf(other)].sort((a, b) => b - a);
  return (brighter + 0.05) / (darker + 0.05);
}

/**
 * The colour itself where it can be read on a ground, else the nearest mixture with black or white
 * that can.
 *
 * @param colour - `#rrggbb`.
 * @param ground - `#rrggbb`; light grounds are met with darker colours, dark ones with brighter.
 */
export function nearestReadable(colour: string, ground: string): string {
  const other = luminanceOf(ground) > 0.18 ? '#000000' : '#ffffff';
  for (let share = 0; share <= 100; share += 1) {
    const mixed = mix(colour, other, share / 100);
    if (contrastOf(mixed, ground) >= leastContrast) return mixed;
  }
  return other;
}

function channels(colour: string): number[] {
  return [1, 3, 5].map((at) => parseInt(colour.slice(at, at + 2), 16));
}

function luminanceOf(colour: string): number {
  const [red = 0, green = 0, blue = 0] = channels(colour).map((value) => {
    const share = value / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function mix(colour: string, other: string, share: number): string {
  const into = channels(other);
  const mixed = channels(colour).map((value, at) =>
    Math.round(value + ((into[at] ?? 0) - value) * share)
  );
  return `#${mixed.map((value) => value.toString(16).padStart(2, '0')).join('')}`;
}
