/** Milliseconds after which a frame is no longer waited for: a page that nobody sees draws none. */
const most = 250

/** Resolves when what has just changed has been on the screen for a frame, so that what comes next does not hold it up. */
export function afterPaint(): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, most)
    // The second frame begins when the first has been handed over.
    requestAnimationFrame(() => requestAnimationFrame(() => resolve()))
  })
}
