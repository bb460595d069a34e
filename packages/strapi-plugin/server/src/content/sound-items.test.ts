import type { Core } from '@strapi/types';
import { describe, expect, it, vi } from 'vitest';
import { z } from 'zod';
import type { Row } from './published-rows';
import { soundItems } from './sound-items';

interface Named extends Row {
  name: string | null;
}

const item = z.object({ name: z.string() });
const adapt = ({ name }: Named) => ({ name: name as string });

function row(name: string | null): Named {
  return { id: 1, documentId: 'a', updatedAt: '2026-01-01T00:00:00.000Z', name };
}

function listing() {
  const warn = vi.fn();
  const strapi = { log: { warn } } as unknown as Core.Strapi;
  const turn = vi.fn(adapt);
  const list = (rows: Named[], around?: object) =>
    soundItems(strapi, 'plugin::km.faq', rows, item, turn, around);
  return { list, turn, warn };
}

describe('sound items', () => {
  it('leave out what breaks the contract, and say where once', () => {
    const { list, warn } = listing();
    const rows = [row('หนึ่ง'), row(null)];
    expect(list(rows)).toEqual([{ name: 'หนึ่ง' }]);
    expect(list(rows)).toEqual([{ name: 'หนึ่ง' }]);
    expect(warn).toHaveBeenCalledOnce();
    expect(warn.mock.lastCall?.[0]).toMatch(/plugin::km\.faq a .*\(name\)/);
  });

  it('turn a row once for as long as all around it stays the same', () => {
    const { list, turn } = listing();
    const [same, around] = [row('หนึ่ง'), {}];
    expect(list([same], around)).toEqual(list([same], around));
    expect(turn).toHaveBeenCalledOnce();
    list([same], {});
    expect(turn).toHaveBeenCalledTimes(2);
    list([row('หนึ่ง')], around);
    expect(turn).toHaveBeenCalledTimes(3);
  });

  it('turn it each time where nobody says what else it depends on', () => {
    const { list, turn } = listing();
    const same = row('หนึ่ง');
    list([same]);
    list([same]);
    expect(turn).toHaveBeenCalledTimes(2);
  });
});
