import { useState } from 'react'
import type { EffectiveDate } from '#events/time'
import { dateAt, dayOf } from './axis.ts'
import { knownDay, type Moment, useMoment, useSetMoment } from './moment.ts'

/** The two times in days while they are moved, and how to move them. */
export interface TwoTimes {
  readonly moment: Moment
  readonly effective: number
  /** Day of the recorded time; today for now. */
  readonly recorded: number
  readonly today: number
  /** Whether moving one moves the other. */
  readonly linked: boolean
  setLinked(linked: boolean): void
  /** Shows a moment without setting it. */
  preview(which: 'effective' | 'recorded', day: number, alone: boolean): void
  /** Sets what is shown. */
  commit(): void
  /** Sets one time at once; the other follows while they are linked. */
  set(which: 'effective' | 'recorded', date: EffectiveDate): void
  toToday(): void
}

/** Recorded time cannot lie in the future, so a future effective day is seen as known now. */
export function useTwoTimes(today: EffectiveDate): TwoTimes {
  const moment = useMoment()
  const setMoment = useSetMoment()
  const now = dayOf(today)
  const known = knownDay(moment)
  const settled = { effective: dayOf(moment.on ?? today), recorded: known === undefined ? now : dayOf(known) }
  const [draft, setDraft] = useState<typeof settled | null>(null)
  const [linked, setLinked] = useState(
    () => Math.min(settled.effective, now) === settled.recorded || moment.asKnownAt === undefined,
  )
  const shown = draft ?? settled
  const moved = (which: 'effective' | 'recorded', day: number, alone: boolean) => {
    const other = which === 'effective' ? 'recorded' : 'effective'
    const next = { ...shown, [which]: day, ...(linked && !alone ? { [other]: day } : {}) }
    return { effective: next.effective, recorded: Math.min(next.recorded, now) }
  }
  const write = ({ effective, recorded }: typeof settled) =>
    setMoment({
      asOf: effective === now ? undefined : dateAt(effective),
      asKnownAt: recorded >= now ? undefined : dateAt(recorded),
    })
  return {
    moment,
    ...shown,
    today: now,
    linked,
    setLinked,
    preview: (which, day, alone) => setDraft(moved(which, day, alone)),
    commit: () => {
      if (draft === null) return
      if (draft.effective !== settled.effective || draft.recorded !== settled.recorded) write(draft)
      setDraft(null)
    },
    set: (which, date) => write(moved(which, dayOf(date), false)),
    toToday: () => setMoment({ asOf: undefined, asKnownAt: undefined }),
  }
}
