const warned = new Set<string>();

/** Tells the webmaster once, however many elements of the page are concerned. */
export function warnOnce(message: string): void {
  if (!warned.has(message)) {
    warned.add(message);
    console.warn(message);
  }
}

/**
 * The value of an attribute that allows only some.
 *
 * Anything else is answered by the first allowed value, and by a warning that names them all.
 */
export function chooseValue<Value extends string>(
  host: Element,
  attribute: string,
  value: string | null | undefined,
  allowed: readonly [Value, ...Value[]]
): Value {
  if (value && !(allowed as readonly string[]).includes(value)) {
    warnOnce(
      `<${host.localName} ${attribute}="${value}">: expected ${allowed.join(', ')}; "${allowed[0]}" is used.`
    );
  }
  return allowed.find((choice) => choice === value) ?? allowed[0];
}

/** The value of an attribute that is a whole number within limits, else the fallback and a warning. */
export function chooseNumber(
  host: Element,
  attribute: string,
  value: number,
  [least, most]: readonly [number, number],
  fallback: number
): number {
  if (Number.isInteger(value) && value >= least && value <= most) return value;
  warnOnce(
    `<${host.localName} ${attribute}="${value}">: expected a number from ${least} to ${most}; ${fallback} is used.`
  );
  return fallback;
}
