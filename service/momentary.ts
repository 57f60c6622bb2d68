import type { AsOf } from '#api/asOf'
import type { Views } from './projections/views.ts'
import { remembering } from './remembering.ts'

/** Moments kept for each views. */
const kept = 8

/** The same reading, remembered for each views and the moment that was asked about until more is projected. */
export function momentary<Value extends object>(
  read: (views: Views, at: AsOf) => Value,
): (views: Views, at: AsOf) => Value {
  const answers = new WeakMap<Views, ReturnType<typeof remembering<Value>>>()
  return (views, at) => {
    const remembered = answers.get(views) ?? remembering<Value>(kept)
    answers.set(views, remembered)
    return remembered(`${views.version()} ${at.effectiveOn} ${at.recordedAt}`, () => read(views, at))
  }
}
