import { css } from 'lit';

/**
 * The tokens as an element sees them: `--_x` is the page's `--km-x`, or ours.
 *
 * A default on `:host` under the public name would beat the page's `:root { --km-accent: … }`,
 * hence the second name. Why each value is what it is stands in tokens.css. The dark values stand
 * twice: CSS of every browser in use has no way to share them between a media query and a selector.
 */
export const tokenStyles = css`
  :host {
    color-scheme: light;
    --_ink: var(--km-ink, #17202e);
    --_quiet: var(--km-quiet, #4a5568);
    --_accent: var(--km-accent, #0b57a4);
    --_on-accent: var(--km-on-accent, #fff);
    --_good: var(--km-good, #1b6e3c);
    --_warning: var(--km-warning, #7d5100);
    --_bad: var(--km-bad, #b3261e);
    --_border: var(--km-border, #76808f);
    --_line: var(--km-line, #d5dce6);
    --_paper: var(--km-paper, #fff);
    --_ground: var(--km-ground, #f4f7fb);
    --_accent-ground: var(--km-accent-ground, #e6effa);
    --_good-ground: var(--km-good-ground, #e5f3ea);
    --_warning-ground: var(--km-warning-ground, #fdf1d7);
    --_bad-ground: var(--km-bad-ground, #fdeceb);
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
    --_ink: var(--km-ink, #e6ebf2);
    --_quiet: var(--km-quiet, #a9b4c4);
    --_accent: var(--km-accent, #9cc4ff);
    --_on-accent: var(--km-on-accent, #10161f);
    --_good: var(--km-good, #7fd6a0);
    --_warning: var(--km-warning, #f2c063);
    --_bad: var(--km-bad, #ffaca5);
    --_border: var(--km-border, #7d8898);
    --_line: var(--km-line, #323d4d);
    --_paper: var(--km-paper, #10161f);
    --_ground: var(--km-ground, #1a2330);
    --_accent-ground: var(--km-accent-ground, #14304f);
    --_good-ground: var(--km-good-ground, #12301f);
    --_warning-ground: var(--km-warning-ground, #362a0c);
    --_bad-ground: var(--km-bad-ground, #3f1a18);
  }
  @media (prefers-color-scheme: dark) {
    :host([theme='auto']) {
      color-scheme: dark;
      --_ink: var(--km-ink, #e6ebf2);
      --_quiet: var(--km-quiet, #a9b4c4);
      --_accent: var(--km-accent, #9cc4ff);
      --_on-accent: var(--km-on-accent, #10161f);
      --_good: var(--km-good, #7fd6a0);
      --_warning: var(--km-warning, #f2c063);
      --_bad: var(--km-bad, #ffaca5);
      --_border: var(--km-border, #7d8898);
      --_line: var(--km-line, #323d4d);
      --_paper: var(--km-paper, #10161f);
      --_ground: var(--km-ground, #1a2330);
      --_accent-ground: var(--km-accent-ground, #14304f);
      --_good-ground: var(--km-good-ground, #12301f);
      --_warning-ground: var(--km-warning-ground, #362a0c);
      --_bad-ground: var(--km-bad-ground, #3f1a18);
    }
  }
  @media print {
    :host {
      --_ink: #000;
      --_quiet: #333;
      --_paper: #fff;
      --_ground: #fff;
    }
  }
`;
