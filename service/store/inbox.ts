/** What somebody pushes and somebody else takes, in order; the taker sleeps while it is empty. */
export interface Inbox<Item> {
  readonly size: number
  push(item: Item): void
  /** The next item, or `'silence'` when none came within so many milliseconds. */
  next(milliseconds: number): Promise<Item | 'silence'>
}

/** An empty inbox for one taker. */
export function createInbox<Item>(): Inbox<Item> {
  let items: Item[] = []
  let taken = 0
  let wake = (): void => {}
  return {
    get size() {
      return items.length - taken
    },
    push(item) {
      items.push(item)
      wake()
    },
    async next(milliseconds) {
      if (taken === items.length) {
        await new Promise<void>((resolve) => {
          const timer = setTimeout(resolve, milliseconds)
          wake = () => {
            clearTimeout(timer)
            resolve()
          }
        })
      }
      const item = items[taken]
      if (item === undefined) return 'silence'
      taken += 1
      if (taken === items.length || taken > 1000) {
        items = items.slice(taken)
        taken = 0
      }
      return item
    },
  }
}
