import { type Places, placesOf } from './board.ts'

/** Places up to which each has a square of its own; more are a bar. */
export const squaresUpTo = 20

/** One square per place: filled taken, hollow free, a red diamond over the cap. Decorative: the numbers stand above it. */
export function PlaceSquares({ documented, cap }: { readonly documented: number; readonly cap: number | null }) {
  const places = placesOf(documented, cap)
  const all = places.used + places.free + places.over
  if (all === 0) return <span className="places" aria-hidden="true" />
  return all > squaresUpTo ? <PlaceBar places={places} all={all} /> : <Squares places={places} />
}

function Squares({ places: { used, free, over } }: { readonly places: Places }) {
  const kinds = [
    ...Array<string>(used).fill('used'),
    ...Array<string>(free).fill('free'),
    ...Array<string>(over).fill('over'),
  ]
  return (
    <span className="places" aria-hidden="true">
      {kinds.map((kind, at) => (
        // The squares never move: their place is their identity.
        // biome-ignore lint/suspicious/noArrayIndexKey: see above
        <span key={at} className={`place place-${kind}`} />
      ))}
    </span>
  )
}

function PlaceBar({ places: { used, free, over }, all }: { readonly places: Places; readonly all: number }) {
  const width = (part: number) => ({ width: `${(100 * part) / all}%` })
  return (
    <span className="place-bar" aria-hidden="true">
      {used > 0 && <span className="bar-used" style={width(used)} />}
      {free > 0 && <span className="bar-free" style={width(free)} />}
      {over > 0 && <span className="bar-over" style={width(over)} />}
    </span>
  )
}
