import { expect, it } from 'vitest';
import { linesOf } from './lines';

it('reads one value a line, whatever the line ends and blanks', () => {
  expect(linesOf(' ก \r\n\n ข\rค ')).toEqual(['ก', 'ข', 'ค']);
});

it('has no values where nothing was written', () => {
  expect(linesOf(null)).toEqual([]);
  expect(linesOf(undefined)).toEqual([]);
  expect(linesOf(' \n ')).toEqual([]);
});
