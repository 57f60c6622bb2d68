import { useCallback, useRef, useState } from 'react'
import { Temporal } from 'temporal-polyfill'
import { z } from 'zod'

/** Something being written, kept in this browser until it is sent or discarded. Never in the log. */
export interface Draft<Value> {
  readonly value: Value
  /** Instant of the last save; null while nothing has been written. */
  readonly savedAt: string | null
  readonly change: (value: Value) => void
  /** Changes what is there by now, for what comes in later than the page it was asked from. */
  readonly update: (next: (was: Value) => Value) => void
  /** Forgets the draft and gives back what it was, so that it can be restored. */
  readonly discard: () => Value
}

const prefix = 'praksiskort.draft.'

/**
 * A draft under a name that holds who writes and about what. It is saved with every change, so that nothing is lost by a
 * reload, a conflict or a closed tab. What no longer fits `schema` is forgotten.
 */
export function useDraft<Value>(name: string, schema: z.ZodType<Value>, empty: Value): Draft<Value> {
  const key = prefix + name
  const [state, setState] = useState(() => ({ key, ...(readDraft(key, schema) ?? { value: empty, savedAt: null }) }))
  // Another name is another draft: read it before anything is drawn.
  const current = state.key === key ? state : { key, ...(readDraft(key, schema) ?? { value: empty, savedAt: null }) }
  if (current !== state) setState(current)
  // Unwritten, the draft follows what it starts from.
  const value = current.savedAt === null ? empty : current.value
  const change = useCallback(
    (value: Value) => {
      const savedAt = Temporal.Now.instant().toString({ fractionalSecondDigits: 3 })
      store(key, JSON.stringify({ savedAt, value }))
      setState({ key, value, savedAt })
    },
    [key],
  )
  const latest = useRef(value)
  latest.current = value
  const update = useCallback(
    (next: (was: Value) => Value) => {
      latest.current = next(latest.current)
      change(latest.current)
    },
    [change],
  )
  const discard = useCallback(() => {
    const was = value
    store(key, null)
    setState({ key, value: empty, savedAt: null })
    return was
  }, [key, empty, value])
  return { value, savedAt: current.savedAt, change, update, discard }
}

/** The draft stored under a name, or null when there is none that fits. */
export function readDraft<Value>(
  key: string,
  schema: z.ZodType<Value>,
): { readonly value: Value; readonly savedAt: string } | null {
  const text = localStorage.getItem(key)
  if (text === null) return null
  try {
    const parsed = z.object({ savedAt: z.string(), value: schema }).safeParse(JSON.parse(text))
    return parsed.success ? { value: parsed.data.value, savedAt: parsed.data.savedAt } : null
  } catch {
    // Not JSON: somebody else's text under our name is no draft of ours.
    return null
  }
}

/** The draft of a name, for lists that only tell that there is one. */
export function peekDraft<Value>(name: string, schema: z.ZodType<Value>) {
  return readDraft(prefix + name, schema)
}

function store(key: string, text: string | null): void {
  try {
    if (text === null) localStorage.removeItem(key)
    else localStorage.setItem(key, text)
  } catch (cause) {
    // A full or forbidden store keeps the draft on the page only; writing goes on.
    if (!(cause instanceof DOMException)) throw cause
  }
}
