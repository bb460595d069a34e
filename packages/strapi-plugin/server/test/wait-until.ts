/** Waits until something holds; generous, because only its failing takes long. */
export async function waitUntil(
  holds: () => boolean | Promise<boolean>,
  { within = 20_000, every = 50 } = {}
): Promise<number> {
  const begun = Date.now();
  while (!(await holds())) {
    if (Date.now() - begun > within)
      throw new Error(`It did not come to hold within ${within} ms.`);
    await new Promise((resolve) => setTimeout(resolve, every));
  }
  return Date.now() - begun;
}
