import { useEffect, useRef } from 'react'

const stored = 'praksiskort.singleKeys'

/** Whether single-letter shortcuts work; they can be turned off (WCAG 2.1.4). */
export function singleKeysOn(): boolean {
  return localStorage.getItem(stored) !== 'off'
}

/** Turns single-letter shortcuts on or off. */
export function setSingleKeys(on: boolean): void {
  localStorage.setItem(stored, on ? 'on' : 'off')
}

/** Calls back when `key` is pressed outside text fields, unless single-letter shortcuts are off. */
export function useKey(key: string | readonly string[], onPress: (event: KeyboardEvent) => void): void {
  const keys = typeof key === 'string' ? [key] : key
  const joined = keys.join(' ')
  const latest = useRef(onPress)
  useEffect(() => {
    latest.current = onPress
  })
  useEffect(() => {
    const wanted = joined.split(' ')
    const listen = (event: KeyboardEvent) => {
      if (!wanted.includes(event.key) || event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented)
        return
      if (!singleKeysOn() || isTyping(event.target) || document.querySelector('dialog[open]') !== null) return
      event.preventDefault()
      latest.current(event)
    }
    document.addEventListener('keydown', listen)
    return () => document.removeEventListener('keydown', listen)
  }, [joined])
}

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    target.closest('input:not([type=radio],[type=checkbox]), textarea, select, [contenteditable]') !== null
  )
}
