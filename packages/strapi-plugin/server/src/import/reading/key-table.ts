/**
 * Remembers at which row a key was first seen, in 12 bytes a place: a million keys as strings would
 * cost ten times as much. Keys are told apart by 64 bits of hash.
 */
export class KeyTable {
  #slots = new Uint32Array(3 * 1024);
  #mask = 1023;
  #size = 0;

  /** Gives the row that had the key before, or 0 and remembers it. Rows count from 1. */
  add(key: string, row: number): number {
    if (2 * (this.#size + 1) > this.#mask) this.#grow();
    const [high, low] = hash(key);
    const at = this.#placeOf(high, low);
    const before = this.#slots[at + 2] ?? 0;
    if (before !== 0) return before;
    this.#slots[at] = high;
    this.#slots[at + 1] = low;
    this.#slots[at + 2] = row;
    this.#size += 1;
    return 0;
  }

  #placeOf(high: number, low: number): number {
    let at = low & this.#mask;
    for (;;) {
      const slot = 3 * at;
      if (this.#slots[slot + 2] === 0) return slot;
      if (this.#slots[slot] === high && this.#slots[slot + 1] === low) return slot;
      at = (at + 1) & this.#mask;
    }
  }

  #grow(): void {
    const old = this.#slots;
    this.#mask = 2 * (this.#mask + 1) - 1;
    this.#slots = new Uint32Array(3 * (this.#mask + 1));
    for (let slot = 0; slot < old.length; slot += 3) {
      if (old[slot + 2] === 0) continue;
      const at = this.#placeOf(old[slot] as number, old[slot + 1] as number);
      this.#slots.set(old.subarray(slot, slot + 3), at);
    }
  }
}

/** Two mixes of 32 bits, after MurmurHash3's finaliser. */
function hash(text: string): [number, number] {
  let a = 0xdeadbeef;
  let b = 0x41c6ce57;
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    a = Math.imul(a ^ code, 2654435761);
    b = Math.imul(b ^ code, 1597334677);
  }
  a = Math.imul(a ^ (a >>> 16), 2246822507) ^ Math.imul(b ^ (b >>> 13), 3266489909);
  b = Math.imul(b ^ (b >>> 16), 2246822507) ^ Math.imul(a ^ (a >>> 13), 3266489909);
  return [a >>> 0, b >>> 0];
}
