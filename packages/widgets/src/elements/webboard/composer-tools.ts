/** A button above the field. */
export interface Tool {
  name: 'bold' | 'italic' | 'list' | 'numbered' | 'quote' | 'code' | 'link';
  before: string;
  after?: string;
  /** Goes before each line that is selected. */
  each?: boolean;
}

export const composerTools: readonly Tool[] = [
  { name: 'bold', before: '**', after: '**' },
  { name: 'italic', before: '*', after: '*' },
  { name: 'list', before: '- ', each: true },
  { name: 'numbered', before: '1. ', each: true },
  { name: 'quote', before: '> ', each: true },
  { name: 'code', before: '\n```\n', after: '\n```\n' },
  { name: 'link', before: '[', after: '](https://)' },
];

/**
 * Puts marks around what is selected, or around words of ours that stay selected, to be typed over.
 *
 * @param each - Puts them before every line instead.
 */
export function wrapSelection(
  field: HTMLTextAreaElement,
  before: string,
  after: string,
  words: string,
  each = false
): void {
  field.focus();
  const { selectionStart: from, selectionEnd: to, value } = field;
  const chosen = value.slice(from, to) || words;
  // A mark for a line counts at its beginning only.
  const lead = each && from > 0 && value[from - 1] !== '\n' ? '\n' : '';
  const marked = each ? lead + chosen.replace(/^/gm, before) : `${before}${chosen}${after}`;
  // The old command is the one that leaves the reader's undo as it is.
  if (!document.execCommand('insertText', false, marked)) {
    field.setRangeText(marked, from, to, 'end');
    field.dispatchEvent(new InputEvent('input', { bubbles: true }));
  }
  const start = from + lead.length + before.length;
  if (words || to > from) field.setSelectionRange(start, start + chosen.length);
}
