import type { Told } from '#api/views/caps'
import { useToldWords } from './useToldWords.ts'

/** A count of persons as it may be told: a number, hidden and unknown each look their own way and have their own word. */
export function ToldFigure({ told }: { readonly told: Told }) {
  const say = useToldWords()
  return <span className={`told told-${told.state}`}>{say(told)}</span>
}
