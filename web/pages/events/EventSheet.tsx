import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { caseNumber } from '#events/say/caseNumber'
import type { Answer } from '../../api.ts'
import { date, instant, none, number } from '../../format.ts'
import { Sheet } from '../../parts/Sheet.tsx'
import { useEventWords } from '../../parts/useEventWords.ts'
import { useLanguage } from '../../text/i18n.ts'

type Row = Answer<'events'>['rows'][number]

/** One event: both times, who, in which stream, what it corrects, and what it says. */
export function EventSheet({ row, onClose }: { readonly row: Row | null; readonly onClose: () => void }) {
  const { t } = useTranslation()
  const language = useLanguage()
  return (
    <Sheet
      title={row === null ? '' : t('events.sheet.title', { number: number(row.number, language) })}
      open={row !== null}
      onClose={onClose}
      className="sheet-side"
    >
      {row !== null && <Content row={row} onClose={onClose} />}
    </Sheet>
  )
}

function Content({ row, onClose }: { readonly row: Row; readonly onClose: () => void }) {
  const { t } = useTranslation()
  const language = useLanguage()
  const words = useEventWords([row])
  const said = words.params(row.params)
  const facts: readonly (readonly [string, string])[] = [
    [t('events.sheet.effective'), date(row.effectiveFrom, language)],
    [t('events.sheet.recorded'), instant(row.recordedAt, language)],
    [t('events.sheet.role'), t(`shell.role.${row.role}`)],
    [t('events.sheet.type'), row.type],
    [t('events.sheet.stream'), row.stream],
    [t('events.sheet.corrects'), row.corrects ?? none],
    [t('events.sheet.id'), row.id],
  ]
  return (
    <>
      <p className="sheet-lead">{words.event(row)}</p>
      {row.synthetic && <span className="tag">{t('events.synthetic')}</span>}
      <dl className="pairs">
        {facts.map(([label, value]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <h3>{t('events.sheet.params')}</h3>
      {Object.keys(row.params).length === 0 ? (
        <p className="panel-note">{t('events.sheet.noParams')}</p>
      ) : (
        <dl className="pairs pairs-raw">
          {Object.entries(row.params).map(([key, value]) => (
            <div key={key}>
              <dt>{key}</dt>
              <dd>
                {said[key]}
                {said[key] !== String(value) && <code>{String(value)}</code>}
              </dd>
            </div>
          ))}
        </dl>
      )}
      <p className="sheet-links">
        <Link to="/haendelser" search={{ stream: row.stream }} onClick={onClose}>
          {t('events.sheet.streamAll')}
        </Link>
        <Link to="/kort" search={{ asOf: row.effectiveFrom, asKnownAt: row.recordedAt }}>
          {t('events.sheet.see')}
        </Link>
        {row.caseId !== null && (
          <Link to="/sager/$case" params={{ case: row.caseId }}>
            {t('events.sheet.openCase', { case: caseNumber(row.caseId) })}
          </Link>
        )}
      </p>
    </>
  )
}
