import { linesOf } from '../content/lines';
import { textOf, type Values } from './fields';

/**
 * What a menu was called before, kept when an editor renames it, so that the old name is still
 * found and the old address still leads here.
 *
 * @param stored - The menu as it is.
 * @param data - What the editor changes; names typed by hand stay.
 */
export function namesToKeep(stored: Values, data: Values): Values {
  return {
    ...keep(stored, data, 'titleTh', 'earlierNames'),
    ...keep(stored, data, 'slug', 'earlierSlugs'),
  };
}

function keep(stored: Values, data: Values, field: string, earlier: string): Values {
  const before = textOf(stored[field]);
  const after = data[field] === undefined ? before : textOf(data[field]);
  if (before === '' || before === after) return {};
  const listed = linesOf((data[earlier] ?? stored[earlier]) as string | null | undefined);
  const names = [...new Set([...listed, before])].filter((name) => name !== after);
  return { [earlier]: names.join('\n') };
}
