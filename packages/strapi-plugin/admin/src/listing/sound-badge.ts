/** Colours of a badge that says all is well; the ones the design system has for it are too pale to read. */
export const soundBadge = { backgroundColor: 'success100', textColor: 'success700' };
