import { type KeyboardEvent, useEffect, useId, useState } from 'react'

/**
 * The keys and the roles of an editable combobox with a list (ARIA authoring practices): arrows move, Enter chooses, Esc
 * closes. The field keeps the focus; `option` marks one element of the list by its place among the hits.
 */
export function useCombobox<Hit>({
  hits,
  asked,
  onPick,
  onLeave,
}: {
  readonly hits: readonly Hit[]
  /** True while there is something to look for, and so something to show. */
  readonly asked: boolean
  readonly onPick: (hit: Hit) => void
  /** Esc, whether the list is open or not. */
  readonly onLeave?: () => void
}) {
  const list = useId()
  const [open, setOpen] = useState(false)
  const [at, setAt] = useState(0)
  const shown = open && asked
  // The field keeps the focus, so nothing else brings a marked element of a long list into sight.
  useEffect(() => {
    if (shown) document.getElementById(`${list}-${at}`)?.scrollIntoView({ block: 'nearest' })
  }, [shown, list, at])
  const pick = (hit: Hit | undefined) => {
    if (hit === undefined) return
    setOpen(false)
    setAt(0)
    onPick(hit)
  }
  const press = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (step !== undefined) {
      event.preventDefault()
      setOpen(true)
      if (shown) setAt((was) => (was + step + hits.length) % Math.max(hits.length, 1))
    } else if (event.key === 'Enter' && shown) {
      event.preventDefault()
      pick(hits[at])
    } else if (event.key === 'Escape') {
      if (shown) event.preventDefault()
      setOpen(false)
      onLeave?.()
    }
  }
  return {
    shown,
    list,
    /** Call with every change of the text: the list opens at its first hit. */
    typed: () => {
      setAt(0)
      setOpen(true)
    },
    reopen: () => setOpen(true),
    input: {
      role: 'combobox',
      autoComplete: 'off',
      'aria-autocomplete': 'list',
      'aria-expanded': shown,
      'aria-controls': list,
      'aria-activedescendant': shown && hits.length > 0 ? `${list}-${at}` : undefined,
      onKeyDown: press,
      onBlur: () => setOpen(false),
    },
    option: (index: number) => ({
      id: `${list}-${index}`,
      role: 'option',
      'aria-selected': index === at,
      // The field must keep the focus until the click has been handled.
      onMouseDown: (event: { preventDefault: () => void }) => event.preventDefault(),
      onClick: () => pick(hits[index]),
    }),
  } as const
}
