/** Indices in order of their claims: a binary heap, the greatest at the top. */
export interface Claims {
  /** The greatest claim; 0 where nobody has one. */
  readonly greatest: () => number
  /** Places in the heap of every claim that is not below a number, the foremost first. */
  readonly notBelow: (number: number) => readonly number[]
  /** Whose claim is at a place. */
  readonly at: (place: number) => number
  /** Lowers the claim at a place. Of several, the hindmost is lowered first: the others then stay where they are. */
  readonly lower: (place: number, claim: number) => void
}

const top: readonly number[] = [0]

/** A heap over the claims of everybody by index. */
export function claimsOf(first: Float64Array): Claims {
  const heap = new Int32Array(first.length).map((_, at) => at)
  const claims = first.slice()
  const claimAt = (place: number) => claims[heap[place] ?? 0] ?? 0
  const sink = (from: number) => {
    const moved = heap[from] ?? 0
    const claim = claims[moved] ?? 0
    let place = from
    for (;;) {
      const left = 2 * place + 1
      if (left >= heap.length) break
      const child = left + 1 < heap.length && claimAt(left + 1) > claimAt(left) ? left + 1 : left
      if (claimAt(child) <= claim) break
      heap[place] = heap[child] ?? 0
      place = child
    }
    heap[place] = moved
  }
  for (let place = (heap.length >> 1) - 1; place >= 0; place -= 1) sink(place)
  return {
    greatest: () => (heap.length === 0 ? 0 : claimAt(0)),
    notBelow: (number) => {
      if (heap.length > 0 && !(claimAt(1) >= number) && !(claimAt(2) >= number)) return claimAt(0) >= number ? top : []
      const places = heap.length > 0 && claimAt(0) >= number ? [0] : []
      for (const place of places)
        for (const child of [2 * place + 1, 2 * place + 2])
          if (child < heap.length && claimAt(child) >= number) places.push(child)
      return places
    },
    at: (place) => heap[place] ?? 0,
    lower: (place, claim) => {
      claims[heap[place] ?? 0] = claim
      sink(place)
    },
  }
}
