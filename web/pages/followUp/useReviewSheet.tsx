import { type ReactNode, type RefObject, useEffect, useRef, useState } from 'react'
import type { EffectiveDate } from '#events/time'
import { useSession } from '../../session.ts'
import type { FollowUp } from './answer.ts'
import { CloseReviewSheet } from './CloseReviewSheet.tsx'
import { OpenReviewSheet, type ReviewSubject } from './OpenReviewSheet.tsx'
import type { Review } from './reviews.ts'

type Target =
  | { readonly does: 'open'; readonly subject: ReviewSubject }
  | { readonly does: 'close'; readonly review: Review; readonly name: string }

export type ShowReviewSheet = (target: Target) => void

/**
 * The sheet in which reviews of a tab are opened and closed. It belongs to the tab and not to a row, because a row may go
 * while somebody writes. Where the button that opened the sheet is gone afterwards, the focus goes to `landing`.
 */
export function useReviewSheet({ region }: Pick<FollowUp, 'region'>): {
  readonly show: ShowReviewSheet
  readonly sheet: ReactNode
  readonly landing: RefObject<HTMLDivElement | null>
} {
  const today = useSession()?.today
  const landing = useRef<HTMLDivElement>(null)
  const [turn, setTurn] = useState(0)
  const [done, setDone] = useState(0)
  const [open, setOpen] = useState(false)
  const [target, setTarget] = useState<Target | null>(null)
  useEffect(() => {
    if (done > 0 && document.activeElement === document.body) landing.current?.focus({ preventScroll: true })
  }, [done])
  const show: ShowReviewSheet = (next) => {
    setTarget(next)
    setTurn((was) => was + 1)
    setOpen(true)
  }
  const shared = {
    open,
    onClose: () => setOpen(false),
    onDone: () => {
      setOpen(false)
      setDone((was) => was + 1)
    },
  }
  const sheetFor = (today: EffectiveDate) =>
    target?.does === 'open' ? (
      <OpenReviewSheet key={turn} subject={target.subject} today={today} {...shared} />
    ) : target?.does === 'close' ? (
      <CloseReviewSheet
        key={turn}
        review={target.review}
        name={target.name}
        region={region}
        today={today}
        {...shared}
      />
    ) : null
  return { show, sheet: today === undefined ? null : sheetFor(today), landing }
}
