import type { AsOf } from '#api/asOf'
import type { Projection } from './projections/projection.ts'
import type { Views } from './projections/views.ts'
import { remembering } from './remembering.ts'

/** Moments kept for each views. */
const kept = 8

/** The views that a copy was made of, while they stand where they stood, and the projections that have moved since. */
interface Origin {
  readonly views: Views
  readonly position: ReturnType<Views['registerPosition']>
  readonly moved: ReadonlySet<string>
}
const origins = new WeakMap<Views, Origin>()

/** Lets a copy answer from what is remembered about its original, wherever none of what was projected since matters. */
export function inherit(copy: Views, original: Views, moved: ReadonlySet<string>): void {
  origins.set(copy, { views: original, position: original.registerPosition(), moved })
}

/**
 * The same reading, remembered for each views and the moment that was asked about until more is projected. `dependsOn` are
 * the projections whose tables it reads, all of them; a copy in which none of them moved need not read again.
 */
export function momentary<Value extends object>(
  read: (views: Views, at: AsOf) => Value,
  dependsOn: readonly Projection[] | null = null,
): (views: Views, at: AsOf) => Value {
  const answers = new WeakMap<Views, ReturnType<typeof remembering<Value>>>()
  const answer = (views: Views, at: AsOf): Value => {
    const origin = origins.get(views)
    const isOriginals =
      dependsOn !== null &&
      origin !== undefined &&
      origin.views.registerPosition() === origin.position &&
      !dependsOn.some(({ name }) => origin.moved.has(name))
    if (isOriginals) return answer(origin.views, at)
    const remembered = answers.get(views) ?? remembering<Value>(kept)
    answers.set(views, remembered)
    return remembered(`${views.version()} ${at.effectiveOn} ${at.recordedAt}`, () => read(views, at))
  }
  return answer
}
