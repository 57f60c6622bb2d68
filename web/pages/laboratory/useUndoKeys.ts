import { useEffect, useRef } from 'react'
import type { ScenarioEditing } from './scenarioEditing.ts'

/** Ctrl+Z undoes and Ctrl+Y or Ctrl+Shift+Z does again, outside text fields; nothing while `editing` is null. */
export function useUndoKeys(editing: Pick<ScenarioEditing, 'undo' | 'redo'> | null): void {
  const latest = useRef(editing)
  useEffect(() => {
    latest.current = editing
  })
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (!(event.ctrlKey || event.metaKey) || event.altKey || latest.current === null) return
      // A text field has its own undo, and a dialog its own business.
      if (
        event.target instanceof HTMLElement &&
        event.target.closest('input[inputmode], input[type=text], textarea, dialog')
      )
        return
      const key = event.key.toLowerCase()
      const isRedo = key === 'y' || (key === 'z' && event.shiftKey)
      if (!isRedo && key !== 'z') return
      event.preventDefault()
      if (isRedo) latest.current.redo()
      else latest.current.undo()
    }
    document.addEventListener('keydown', listen)
    return () => document.removeEventListener('keydown', listen)
  }, [])
}
