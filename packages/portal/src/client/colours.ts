/** How a page may be coloured: as usual, light on dark, or yellow on black. */
export const colours = ['light', 'dark', 'contrast'] as const;
export type Colours = (typeof colours)[number];

/** What the reader's system asks for. */
export interface System {
  prefersDark: boolean;
}

/** The choice a kept word means; null, which follows the system, for anything else. */
export function parseColours(kept: string | null): Colours | null {
  return colours.find((one) => one === kept) ?? null;
}

/** The colours on screen for a choice. */
export function coloursShown(chosen: Colours | null, { prefersDark }: System): Colours {
  return chosen ?? (prefersDark ? 'dark' : 'light');
}

/** What is to be kept of a choice: nothing where it is what the system asks for anyway. */
export function coloursToKeep(chosen: Colours, system: System): Colours | null {
  return chosen === coloursShown(null, system) ? null : chosen;
}

/** The widgets' own `theme` for a choice; their colours come from the page's tokens. */
export function widgetTheme(chosen: Colours | null): 'auto' | 'light' | 'dark' {
  return chosen === 'contrast' ? 'dark' : (chosen ?? 'auto');
}
