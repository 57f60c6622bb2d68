const counts = new WeakMap<Tally, number>()

/**
 * A count of persons that has not been disclosed. It cannot be written, printed, compared or added: whoever
 * forgets the gate gets an error, not a leak. Only the gate and what makes tallies out of tallies read it, with `counted`.
 */
export class Tally {
  // Gives the type a name of its own, so that nothing else is taken for a tally; the count itself is not in the object.
  readonly #undisclosed = 'A count of persons has to be disclosed first (R-40)'

  /** Persons; an estimate need not be whole. Throws a RangeError for what is no count. */
  constructor(count: number) {
    if (!(count >= 0) || !Number.isFinite(count)) throw new RangeError('A tally is a number from 0 up')
    counts.set(this, count)
  }

  toJSON(): never {
    throw new TypeError(this.#undisclosed)
  }

  toString(): never {
    throw new TypeError(this.#undisclosed)
  }

  valueOf(): never {
    throw new TypeError(this.#undisclosed)
  }

  [Symbol.toPrimitive](): never {
    throw new TypeError(this.#undisclosed)
  }
}

/** The count itself, for `publish.ts` and what it is made of. */
export function counted(tally: Tally): number {
  const count = counts.get(tally)
  if (count === undefined) throw new TypeError('Not a tally')
  return count
}
