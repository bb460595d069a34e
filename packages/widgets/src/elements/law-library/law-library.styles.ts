import { css } from 'lit';

export const lawLibraryStyles = css`
  .toolbar label {
    flex-basis: 8em;
  }
  .toolbar label:first-child {
    flex: 2 1 18em;
  }
  .chip svg {
    inline-size: 1.125em;
    block-size: 1.125em;
  }
  .date {
    white-space: nowrap;
  }
  .found {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: calc(var(--_space) * 3);
    margin-block-end: calc(var(--_space) * 3);
  }
  .later {
    padding-inline-start: calc(var(--_space) * 3);
    border-inline-start: 3px solid var(--_warning);
  }
  .later.repealed {
    border-color: var(--_bad);
  }
  .later a {
    display: inline-block;
    padding-block: 0.375em;
  }
`;
