import { css } from 'lit';

export const lawPageStyles = css`
  .notice.law {
    align-items: start;
    margin: 0;
  }
  .notice.law > div {
    flex: 1;
    min-inline-size: 0;
  }
  .notice.law.coming {
    border-color: var(--_accent);
    background: var(--_accent-ground);
  }
  .notice.law.coming > svg {
    color: var(--_accent);
  }
  .cite {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: calc(var(--_space) * 3);
    padding: calc(var(--_space) * 3) calc(var(--_space) * 4);
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
  }
  .cite > div {
    flex: 1 1 18em;
    min-inline-size: 0;
  }
  .cite q {
    quotes: none;
    font-weight: 600;
    user-select: all;
  }
  .relations {
    inline-size: 100%;
  }
  .relations dt {
    margin-block-start: calc(var(--_space) * 3);
    font-weight: 600;
  }
  .relations dd {
    padding-block: calc(var(--_space) * 2);
    border-block-end: 1px solid var(--_line);
  }
  .relations dd:last-of-type {
    border: 0;
  }
  .relations a {
    display: inline-block;
    padding-block: 0.375em;
  }
  @media print {
    .notice.law {
      display: flex;
    }
  }
`;
