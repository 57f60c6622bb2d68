import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { date, eventNumber, instant } from '../../format.ts'
import { Icon } from '../../parts/Icon.tsx'
import { useLanguage } from '../../text/i18n.ts'
import { useWords } from '../../text/words.ts'
import type { Cause } from './replayAnswer.ts'

/** One thing as it was known and as it is known now. */
export interface ComparedRow {
  readonly key: string
  readonly label: ReactNode
  readonly known: ReactNode
  readonly now: ReactNode
  readonly changed: boolean
  readonly events: readonly Cause[]
}

/** What the committee knew beside what is known now, a thing a row; on a narrow screen one below the other. */
export function Compared({
  caption,
  rows,
  onlyChanged,
}: {
  readonly caption: string
  readonly rows: readonly ComparedRow[]
  readonly onlyChanged: boolean
}) {
  const { t } = useTranslation()
  const shown = onlyChanged ? rows.filter(({ changed }) => changed) : rows
  if (shown.length === 0) return <p className="panel-note">{t('rulings.replay.nothingChanged')}</p>
  const [what, known, now, why] = (['what', 'known', 'now', 'why'] as const).map((column) =>
    t(`rulings.replay.columns.${column}`),
  )
  return (
    <table className="compared">
      <caption className="visually-hidden">{caption}</caption>
      <thead>
        <tr>
          {[what, known, now, why].map((heading) => (
            <th key={heading} scope="col">
              {heading}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {shown.map((row, index) => (
          <tr key={row.key} className={row.changed ? 'is-different' : undefined}>
            <th scope="row">
              {row.label}
              {row.changed && (
                <span className="different-mark">
                  <Icon name="warning" size={14} /> {t('rulings.replay.changedMark')}
                </span>
              )}
            </th>
            <td data-heading={known}>{row.known}</td>
            <td data-heading={now}>{row.now}</td>
            <td data-heading={why} className={row.changed ? 'why' : 'why why-none'}>
              {row.changed && <Causes events={row.events} above={shown[index - 1]?.events ?? []} />}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** The events that made a difference: number, what they say, both times, and who recorded them. */
function Causes({ events, above }: { readonly events: readonly Cause[]; readonly above: readonly Cause[] }) {
  const { t } = useTranslation()
  const language = useLanguage()
  const words = useWords()
  if (events.length === 0) return <span className="muted">{t('rulings.replay.noEvents')}</span>
  const ids = (list: readonly Cause[]) => list.map(({ id }) => id).join()
  if (ids(events) === ids(above)) return <span className="muted">{t('rulings.replay.asAbove')}</span>
  return (
    <ul className="causes">
      {events.map((event) => (
        <li key={event.id}>
          {words.event(event)}
          <span className="muted">
            {eventNumber(event.number, language)}. {t('cases.history.effective')} {date(event.effectiveFrom, language)}.{' '}
            {t('cases.history.recorded')} {instant(event.recordedAt, language)}, {t(`shell.role.${event.role}`)}.
          </span>
        </li>
      ))}
    </ul>
  )
}
