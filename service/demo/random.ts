/** A stream of numbers that depends on its seed only. */
export interface Random {
  /** In [0, 1). */
  next(): number
  /** Whole number from `low` to `high`, both included. */
  int(low: number, high: number): number
  /** True with the given probability. */
  chance(probability: number): boolean
  /** One of the values. Throws a RangeError when there is none. */
  pick<Value>(values: readonly Value[]): Value
  /** One of the values, as often as its weight is large. Throws a RangeError when there is none. */
  weighted<Value>(values: readonly Value[], weight: (value: Value) => number): Value
  shuffled<Value>(values: readonly Value[]): Value[]
  /** A stream of its own for one subject, so that a change to one part of the register leaves the others as they are. */
  of(subject: string): Random
}

/** Mulberry32 (public domain, T. Ettinger): 32 bits of state, good enough to scatter demonstration data. */
export function random(seed: string): Random {
  let state = fnv1a(seed)
  const next = () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
  const int = (low: number, high: number) => low + Math.floor(next() * (high - low + 1))
  const pick = <Value>(values: readonly Value[]) => at(values, int(0, values.length - 1))
  return {
    next,
    int,
    pick,
    chance: (probability) => next() < probability,
    weighted(values, weight) {
      const total = values.reduce((sum, value) => sum + weight(value), 0)
      let left = next() * total
      const found = values.findIndex((value) => {
        left -= weight(value)
        return left < 0
      })
      return at(values, found === -1 ? values.length - 1 : found)
    },
    shuffled(values) {
      const left = [...values]
      return values.map(() => at(left.splice(int(0, left.length - 1), 1), 0))
    },
    of: (subject) => random(`${seed}/${subject}`),
  }
}

function at<Value>(values: readonly Value[], index: number): Value {
  const value = values[index]
  if (value === undefined) throw new RangeError(`There is no value at ${index} of ${values.length}`)
  return value
}

/** FNV-1a over UTF-16 code units, 32 bits. */
function fnv1a(text: string): number {
  let hash = 0x811c9dc5
  for (let index = 0; index < text.length; index += 1) hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193)
  return hash
}
