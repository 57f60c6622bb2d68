import { Seat } from '#events/meeting'
import type { Meeting } from './meetingAnswer.ts'

/** What is told of the seats: there, or away with the reason that was given; a seat that is not in it is untold. */
export type Told = ReadonlyMap<Seat, Word>
type Word = 'there' | { readonly away: string }

/** What is told already; nothing before attendance was taken, because nobody is there unsaid. */
export function toldBy(attendance: Pick<NonNullable<Meeting['attendance']>, 'present' | 'absent'> | null): Told {
  if (attendance === null) return new Map()
  return new Map<Seat, Word>([
    ...attendance.present.map((seat) => [seat, 'there'] as const),
    ...attendance.absent.map(({ seat, reason }) => [seat, { away: reason ?? '' }] as const),
  ])
}

/** Every seat there, as most meetings begin. */
export const everybody: Told = new Map(Seat.options.map((seat) => [seat, 'there']))

/** The seats that nobody has told of yet, in the order of the table. */
export function untold(told: Told): readonly Seat[] {
  return Seat.options.filter((seat) => !told.has(seat))
}

/** What is recorded: who is there, and who is away with the reason where one was given. */
export function recorded(told: Told) {
  return {
    present: Seat.options.filter((seat) => told.get(seat) === 'there'),
    absent: Seat.options.flatMap((seat) => {
      const one = told.get(seat)
      if (one === undefined || one === 'there') return []
      return [{ seat, reason: one.away.trim() === '' ? null : one.away }]
    }),
  }
}
