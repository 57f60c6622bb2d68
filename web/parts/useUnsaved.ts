import { useEffect, useState } from 'react'

/**
 * Whether something has been written in a form that is open, and whether the reader is being asked to give it up. While
 * something is, the browser asks before the page is left.
 */
export function useUnsaved(open: boolean) {
  const [isDirty, setDirty] = useState(false)
  const [asking, setAsking] = useState(false)
  useEffect(() => {
    if (open) return
    setDirty(false)
    setAsking(false)
  }, [open])
  useEffect(() => {
    if (!open || !isDirty) return undefined
    const stay = (event: BeforeUnloadEvent) => event.preventDefault()
    window.addEventListener('beforeunload', stay)
    return () => window.removeEventListener('beforeunload', stay)
  }, [open, isDirty])
  return {
    isWritten: () => isDirty,
    written: () => setDirty(true),
    /** What was written has been saved. */
    saved: () => setDirty(false),
    asking: asking && isDirty,
    /** Asks, and says that the form stays open for now. */
    ask: () => {
      setAsking(true)
      return false
    },
    keep: () => setAsking(false),
  }
}
