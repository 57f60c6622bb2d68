import { useEffect, useRef } from 'react'
import type { At } from '../caps/board.ts'
import type { CapGroup } from '../caps/capsAnswer.ts'

/** Milliseconds that the focus stays in a column before its group is shown: one that is only passed brings nothing about. */
const rest = 250

/** Makes the group of the column that the focus rests in the one that the map and the figures show. */
export function useGroupOfFocus(
  groups: readonly CapGroup[],
  shown: string,
  onGroup: (group: string) => void,
): (at: At) => void {
  const waiting = useRef<ReturnType<typeof setTimeout>>(undefined)
  useEffect(() => () => clearTimeout(waiting.current), [])
  return ({ column }) => {
    clearTimeout(waiting.current)
    const group = groups[column - 1]?.id
    if (group !== undefined && group !== shown) waiting.current = setTimeout(() => onGroup(group), rest)
  }
}
