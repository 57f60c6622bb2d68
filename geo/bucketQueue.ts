/**
 * A queue that gives back what costs least, to within the width of a bucket (Dial 1969): items of one bucket come in no
 * order. A search that takes an item again when its cost has fallen is exact with any width; with buckets no wider than
 * its shortest step, nothing has to be taken twice.
 */
export interface BucketQueue {
  /** Puts an item in at a cost that is not below that of the last one taken, and above it by at most the longest step. */
  push(item: number, cost: number): void
  /** Takes an item; -1 when there is none. */
  pop(): number
}

/** More buckets than this would cost more to look through than they save. */
const mostBuckets = 4096

/** A queue for steps from `shortest` to `longest`, both above 0. Used again after it has been emptied. */
export function bucketQueue(shortest: number, longest: number): BucketQueue {
  // A little narrower than the shortest step, so that rounding never puts a step's end into the bucket of its start.
  const width = Math.max(shortest * 0.99, longest / mostBuckets)
  const buckets = Math.ceil(longest / width) + 2
  const perWidth = 1 / width
  const heads = new Int32Array(buckets).fill(-1)
  let items = new Int32Array(1024)
  let nexts = new Int32Array(1024)
  let used = 0
  let waiting = 0
  let bucket = 0

  return {
    push(item, cost) {
      if (used === items.length) {
        items = grown(items)
        nexts = grown(nexts)
      }
      const place = Math.floor(cost * perWidth)
      if (waiting === 0) bucket = place
      else if (place < bucket) bucket = place
      const at = place % buckets
      items[used] = item
      nexts[used] = heads[at] ?? -1
      heads[at] = used
      used += 1
      waiting += 1
    },
    pop() {
      if (waiting === 0) {
        used = 0
        return -1
      }
      let at = bucket % buckets
      while ((heads[at] ?? -1) < 0) {
        bucket += 1
        at = bucket % buckets
      }
      const entry = heads[at] ?? -1
      heads[at] = nexts[entry] ?? -1
      waiting -= 1
      return items[entry] ?? -1
    },
  }
}

function grown(old: Int32Array<ArrayBuffer>): Int32Array<ArrayBuffer> {
  const larger = new Int32Array(old.length * 2)
  larger.set(old)
  return larger
}
