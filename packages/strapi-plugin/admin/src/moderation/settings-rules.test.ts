import { describe, expect, it } from 'vitest';
import { settingsBody } from '../../../server/src/webboard/settings';
import { usualSettings } from '../../../server/src/webboard/rules/moderation';
import {
  faultsOf,
  mostOf,
  refusedFields,
  usualNumber,
  wordsIn,
  type NumberName,
} from './settings-rules';

const names = Object.keys(mostOf) as NumberName[];

describe('the settings of the board', () => {
  it('reads one word a line, each once', () =>
    expect(wordsIn(' สล็อต\n\nคาสิโน \nสล็อต\n')).toEqual(['สล็อต', 'คาสิโน']));

  it('finds what the server would refuse, and nothing else', () => {
    for (const name of names) {
      for (const value of [0, usualNumber[name], mostOf[name]]) {
        const settings = { ...usualSettings, [name]: value };
        expect(faultsOf(settings)).toEqual({});
        expect(settingsBody.safeParse(settings).success).toBe(true);
      }
      for (const value of [-1, 1.5, mostOf[name] + 1]) {
        const settings = { ...usualSettings, [name]: value };
        expect(faultsOf(settings)).toEqual({ [name]: true });
        expect(settingsBody.safeParse(settings).success).toBe(false);
      }
    }
    expect(faultsOf({ ...usualSettings, words: ['ก', 'ดี', 'ก'.repeat(101)] })).toEqual({
      words: ['ก', 'ก'.repeat(101)],
    });
  });

  it('names the words the server refused', () => {
    const error = {
      response: { data: { error: { details: { fields: ['words.1', 'firstPosts'] } } } },
    };
    expect(refusedFields(error, { ...usualSettings, words: ['ดี', '. .'] })).toEqual({
      words: ['. .'],
      firstPosts: true,
    });
    expect(refusedFields(new Error('offline'), usualSettings)).toEqual({});
  });
});
