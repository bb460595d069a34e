import { describe, expect, expectTypeOf, it } from 'vitest';
import type * as server from '../../../server/src/import/admin-api';
import { importStates as serverStates } from '../../../server/src/import/admin-api';
import th from '../translations/th.json';
import type * as own from './api';

describe('what the import page expects of the server', () => {
  it('is what the server says it gives', () => {
    expectTypeOf<server.ImportJobDetail>().toEqualTypeOf<own.ImportJobDetail>();
    expectTypeOf<server.ImportFault>().toEqualTypeOf<own.ImportFault>();
    expectTypeOf<server.DataSetInfo>().toEqualTypeOf<own.DataSetInfo>();
  });

  it('has a name for every state', () => {
    const names = th as Record<string, string>;
    expect(serverStates.filter((state) => !names[`import.state.${state}`])).toEqual([]);
  });
});
