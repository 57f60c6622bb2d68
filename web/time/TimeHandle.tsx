import { type KeyboardEvent, type PointerEvent, useRef } from 'react'
import { plusMonths } from './axis.ts'

/**
 * The handle of a track: a slider in days. Dragging or holding a key shows the moment, releasing sets it. Arrows move a
 * day, Page Up and Down a month, Home to the first day, End to today.
 */
export function TimeHandle({
  label,
  text,
  day,
  first,
  last,
  today,
  x,
  dayAtX,
  onMove,
  onRelease,
}: {
  readonly label: string
  /** The value in words. */
  readonly text: string
  readonly day: number
  readonly first: number
  readonly last: number
  readonly today: number
  /** Place on the track in pixels. */
  readonly x: number
  readonly dayAtX: (clientX: number) => number
  /** `alone`: the other handle stays, because Alt is held. */
  readonly onMove: (day: number, alone: boolean) => void
  readonly onRelease: () => void
}) {
  const dragging = useRef(false)
  const held = (target: number) => Math.min(last, Math.max(first, target))
  const onKeyDown = (event: KeyboardEvent) => {
    const targets: Readonly<Record<string, number>> = {
      ArrowLeft: day - 1,
      ArrowDown: day - 1,
      ArrowRight: day + 1,
      ArrowUp: day + 1,
      PageDown: plusMonths(day, -1),
      PageUp: plusMonths(day, 1),
      Home: first,
      End: today,
    }
    const target = targets[event.key]
    if (target === undefined || event.ctrlKey || event.metaKey) return
    event.preventDefault()
    onMove(held(target), event.altKey)
  }
  const onPointerDown = (event: PointerEvent<HTMLDivElement>) => {
    event.currentTarget.setPointerCapture(event.pointerId)
    dragging.current = true
  }
  const onPointerMove = (event: PointerEvent) => {
    if (dragging.current) onMove(held(dayAtX(event.clientX)), event.altKey)
  }
  const release = () => {
    if (!dragging.current) return
    dragging.current = false
    onRelease()
  }
  return (
    <div
      className="time-handle"
      role="slider"
      tabIndex={0}
      aria-label={label}
      aria-valuemin={first}
      aria-valuemax={last}
      aria-valuenow={day}
      aria-valuetext={text}
      style={{ left: x }}
      onKeyDown={onKeyDown}
      onKeyUp={onRelease}
      onBlur={onRelease}
      onPointerDown={onPointerDown}
      onPointerMove={onPointerMove}
      onPointerUp={release}
      onPointerCancel={release}
    />
  )
}
