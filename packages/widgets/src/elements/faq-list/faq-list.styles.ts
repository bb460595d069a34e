import { css } from 'lit';
export const faqListStyles = css``;
