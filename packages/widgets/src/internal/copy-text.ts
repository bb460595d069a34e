/**
 * Puts text on the clipboard; answers whether it is there.
 *
 * @param host - The element that asks; on a page without https a field in its shadow root is used.
 */
export async function copyText(text: string, host: Element): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    // Many municipal pages are still http, where browsers offer no clipboard object.
    const field = document.createElement('textarea');
    field.value = text;
    field.className = 'visually-hidden';
    host.shadowRoot?.append(field);
    field.select();
    const isCopied = document.execCommand('copy');
    field.remove();
    return isCopied;
  }
}
