import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { Answer } from '../../api.ts'
import { date } from '../../format.ts'
import { Refused } from '../../parts/Refused.tsx'
import { Verdict } from '../../parts/Verdict.tsx'
import { useLanguage } from '../../text/i18n.ts'
import { useWords } from '../../text/words.ts'

/** What the change would do to the open cases, case by case; why it would be refused; or that it is being worked out. */
export function PreviewList({
  preview,
  error,
}: {
  readonly preview: Answer<'parameterPreview'> | undefined
  readonly error: unknown
}) {
  const { t } = useTranslation()
  const language = useLanguage()
  const words = useWords()
  if (error !== null) return <Refused error={error} />
  return (
    <section className="rules-preview" aria-label={t('rules.preview.title')} aria-live="polite">
      <h4>{t('rules.preview.title')}</h4>
      {preview === undefined ? (
        <p className="muted">{t('rules.preview.busy')}</p>
      ) : (
        <>
          <p>{t('rules.preview.count', { count: preview.cases.length, examined: preview.examined })}</p>
          <ul>
            {preview.cases.map((one) => (
              <li key={one.case}>
                <Link to="/sager/$case" params={{ case: one.case }}>
                  {one.number} {one.applicant}
                </Link>
                <span className="meta">
                  {words.type(one.type)}, {t('rules.preview.wanted', { date: date(one.wantedFrom, language) })}
                </span>
                {one.changes.map(({ rule, before, after }) => (
                  <span key={rule} className="rules-turn">
                    {rule} {words.rule(rule)}: <Verdict outcome={before} />
                    <span aria-hidden="true">→</span>
                    <span className="visually-hidden">{t('rules.preview.becomes')}</span>
                    <Verdict outcome={after} />
                  </span>
                ))}
              </li>
            ))}
          </ul>
          <p className="muted">{t('rules.preview.stored')}</p>
        </>
      )}
    </section>
  )
}
