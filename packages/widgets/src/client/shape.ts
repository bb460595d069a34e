/**
 * What an element relies on in an answer: cheaper than the contract's schemas by a factor of
 * fifty, and enough that a wrong answer cannot break a page.
 *
 * `string?` allows null; a list keeps its sound members.
 */
export type Shape<Value> =
  NonNullable<Value> extends string
    ? null extends Value
      ? 'string?'
      : 'string'
    : NonNullable<Value> extends number
      ? null extends Value
        ? 'number?'
        : 'number'
      : NonNullable<Value> extends boolean
        ? 'boolean'
        : NonNullable<Value> extends readonly (infer Member)[]
          ? readonly [Shape<Member>] | 'list'
          : { readonly [Key in keyof NonNullable<Value>]?: Shape<NonNullable<Value>[Key]> } & {
              readonly '?'?: null extends Value ? true : never;
            };

type AnyShape = string | readonly [AnyShape] | { readonly [key: string]: AnyShape | true };

/** The value if it has the shape, without the unsound members of its lists; undefined if not. */
export function conform<Value>(value: unknown, shape: Shape<Value>): Value | undefined {
  return fit(value, shape as AnyShape) as Value | undefined;
}

function fit(value: unknown, shape: AnyShape): unknown {
  if (typeof shape === 'string') return fitPrimitive(value, shape);
  if (Array.isArray(shape)) return fitList(value, shape as readonly [AnyShape]);
  const shapes = shape as Record<string, AnyShape | true>;
  if (value === null) return shapes['?'] ? null : undefined;
  if (typeof value !== 'object') return undefined;
  const fitted: Record<string, unknown> = { ...value };
  for (const [key, member] of Object.entries(shapes)) {
    if (member === true) continue;
    const part = fit(fitted[key], member);
    if (part === undefined) return undefined;
    fitted[key] = part;
  }
  return fitted;
}

function fitPrimitive(value: unknown, shape: string): unknown {
  if (value === null) return shape.endsWith('?') ? value : undefined;
  if (shape === 'list') return Array.isArray(value) ? value : undefined;
  return typeof value === shape.replace('?', '') ? value : undefined;
}

function fitList(value: unknown, [shape]: readonly [AnyShape]): unknown {
  if (!Array.isArray(value)) return undefined;
  return value.map((member) => fit(member, shape)).filter((member) => member !== undefined);
}
