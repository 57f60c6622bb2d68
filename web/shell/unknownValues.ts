import { useSyncExternalStore } from 'react'

let unknown: readonly string[] = []
const readers = new Set<() => void>()

function put(next: readonly string[]): void {
  unknown = next
  // A value is found out while a page is being put together; who shows it hears of it afterwards.
  queueMicrotask(() => {
    for (const read of readers) read()
  })
}

/** Remembers a value of the address bar that stands for nothing, so that the reader is told the default is shown. */
export function noteUnknown(value: unknown): void {
  const text = String(value)
  if (!unknown.includes(text)) put([...unknown, text])
}

/** Forgets them: the reader has seen the note. */
export function forgetUnknown(): void {
  put([])
}

/** Values of the address bar that were not understood, in the order they were met. */
export function useUnknown(): readonly string[] {
  return useSyncExternalStore(subscribe, () => unknown)
}

function subscribe(read: () => void): () => void {
  readers.add(read)
  return () => readers.delete(read)
}
