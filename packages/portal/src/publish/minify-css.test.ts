import { expect, it } from 'vitest';
import { minifyCss } from './minify-css.js';

it('drops comments and idle white space, and nothing that has a meaning', () => {
  expect(
    minifyCss(`
      /* why */
      .a > .b:not(.c) ,
      a :hover {
        margin: calc(1rem + 2px) auto; /* and
        on */
        font-family: 'TH Sarabun', sans-serif;
      }
      @media (min-width: 40em) and (hover: hover) { .a { color: red } }
    `)
  ).toBe(
    ".a > .b:not(.c),a :hover{margin:calc(1rem + 2px) auto;font-family:'TH Sarabun',sans-serif}" +
      '@media (min-width:40em) and (hover:hover){.a{color:red}}'
  );
});
