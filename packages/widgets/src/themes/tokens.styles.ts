import { css } from 'lit';

/**
 * The tokens as an element sees them: `--_x` is the page's `--km-x`, or ours.
 *
 * A default on `:host` under the public name would beat the page's `:root { --km-accent: … }`,
 * hence the second name. Why each value is what it is stands in tokens.css.
 *
 * Of `--_light` and `--_dark` one is empty and adds nothing, the other is invalid and yields its
 * fallback: so a value is written once for both themes. `light-dark()` would say it better, but
 * Chrome 109 does not know it.
 */
export const tokenStyles = css`
  :host {
    color-scheme: light;
    --_light: initial;
    --_dark: ;
    --_ink: var(--km-ink, var(--_light, #17202e) var(--_dark, #e6ebf2));
    --_quiet: var(--km-quiet, var(--_light, #4a5568) var(--_dark, #a9b4c4));
    --_accent: var(--km-accent, var(--_light, #0b57a4) var(--_dark, #9cc4ff));
    --_on-accent: var(--km-on-accent, var(--_light, #fff) var(--_dark, #10161f));
    --_good: var(--km-good, var(--_light, #1b6e3c) var(--_dark, #7fd6a0));
    --_warning: var(--km-warning, var(--_light, #7d5100) var(--_dark, #f2c063));
    --_bad: var(--km-bad, var(--_light, #b3261e) var(--_dark, #ffaca5));
    --_border: var(--km-border, var(--_light, #76808f) var(--_dark, #7d8898));
    --_line: var(--km-line, var(--_light, #d5dce6) var(--_dark, #323d4d));
    --_paper: var(--km-paper, var(--_light, #fff) var(--_dark, #10161f));
    --_ground: var(--km-ground, var(--_light, #f4f7fb) var(--_dark, #1a2330));
    --_accent-ground: var(--km-accent-ground, var(--_light, #e6effa) var(--_dark, #14304f));
    --_good-ground: var(--km-good-ground, var(--_light, #e5f3ea) var(--_dark, #12301f));
    --_warning-ground: var(--km-warning-ground, var(--_light, #fdf1d7) var(--_dark, #362a0c));
    --_bad-ground: var(--km-bad-ground, var(--_light, #fdeceb) var(--_dark, #3f1a18));
    --_radius: var(--km-radius, 0.375em);
    --_space: var(--km-space, 0.25em);
    --_target: 44px;
  }
  :host([density='compact']) {
    --_space: var(--km-space, 0.1875em);
  }
  @media (pointer: fine) {
    :host([density='compact']) {
      --_target: 32px;
    }
  }
  :host([theme='dark']) {
    color-scheme: dark;
    --_light: ;
    --_dark: initial;
  }
  @media (prefers-color-scheme: dark) {
    :host([theme='auto']) {
      color-scheme: dark;
      --_light: ;
      --_dark: initial;
    }
  }
  @media print {
    :host,
    :host([theme]) {
      color-scheme: light;
      --_light: initial;
      --_dark: ;
    }
  }
`;
