/** Milliseconds after which a frame is no longer waited for: a page that nobody sees draws none. */
const most = 400
/** Milliseconds in which a frame that was handed over is drawn, where the processor draws it and a map with it. */
const drawing = 120

/** Resolves when what has just changed has had time to come on the screen, so that what comes next does not hold it up. */
export function afterPaint(): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, most)
    // The second frame begins when the first has been handed over.
    requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(resolve, drawing)))
  })
}
