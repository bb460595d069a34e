/** Calls back when a reader has stopped typing for a quarter of a second. */
export function debounce<Args extends readonly unknown[]>(
  callback: (...args: Args) => void
): (...args: Args) => void {
  let timer = 0;
  return (...args) => {
    clearTimeout(timer);
    timer = window.setTimeout(() => callback(...args), 250);
  };
}
