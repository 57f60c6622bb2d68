/** Milliseconds that work holds the event loop before others have their turn. */
const longestMs = 10

/**
 * For long work on the event loop: call what this answers between its steps, and others have their turn when it has been
 * long enough. Rejects with the signal's reason when nobody waits for the work any more.
 */
export function inTurns(signal?: AbortSignal): () => Promise<void> {
  let since = performance.now()
  return async () => {
    if (performance.now() - since < longestMs) return
    await new Promise<void>((resolve) => {
      setImmediate(resolve)
    })
    signal?.throwIfAborted()
    since = performance.now()
  }
}
