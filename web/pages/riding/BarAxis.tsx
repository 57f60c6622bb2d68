import { number } from '../../format.ts'
import { useLanguage } from '../../text/i18n.ts'

/** Marks below a bar, in whole hours, and the ceiling's own word. A picture: the bar's words say the same. */
export function BarAxis({
  marks,
  at,
  end,
}: {
  /** In tenths of hours. */
  readonly marks: readonly number[]
  /** Share of the bar's width. */
  readonly at: (mark: number) => number
  readonly end: { readonly at: number; readonly text: string } | null
}) {
  const language = useLanguage()
  return (
    <div className="bar-axis" aria-hidden="true">
      {marks.map((mark) => (
        <span key={mark} className="bar-mark" style={{ left: `${at(mark) * 100}%` }}>
          {number(mark / 10, language, mark % 10 === 0 ? 0 : 1)}
        </span>
      ))}
      {end !== null && (
        <strong className={end.at > 0.8 ? 'bar-end at-right' : 'bar-end'} style={{ left: `${end.at * 100}%` }}>
          {end.text}
        </strong>
      )}
    </div>
  )
}
