import { css } from 'lit';

/** The filters; two in a row even on the narrowest page. */
export const filterStyles = css`
  .filters {
    padding: calc(var(--_space) * 3);
    border-radius: var(--_radius);
    background: var(--_ground);
  }
  .filters label {
    flex-basis: 8em;
  }
`;
