/** Calls back when a reader has stopped typing, for a quarter of a second unless told otherwise. */
export function debounce<Args extends readonly unknown[]>(
  callback: (...args: Args) => void,
  wait = 250
): (...args: Args) => void {
  let timer = 0;
  return (...args) => {
    clearTimeout(timer);
    timer = window.setTimeout(() => callback(...args), wait);
  };
}
