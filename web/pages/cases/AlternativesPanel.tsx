import './alternatives.css'
import { useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { Button } from '../../parts/Button.tsx'
import { Failed } from '../../parts/Failed.tsx'
import { Panel } from '../../parts/Panel.tsx'
import { Verdict } from '../../parts/Verdict.tsx'
import { useWords } from '../../text/words.ts'
import { useMoment } from '../../time/moment.ts'
import type { CaseFile } from './caseFile.ts'
import { isOpen } from './progress.ts'
import { type Alternatives, useAlternatives } from './useAlternatives.ts'
import { useAlternativeWords } from './useAlternativeWords.ts'

/** The nearest lawful applications beside one that breaches, looked for when somebody asks. */
export function AlternativesPanel({ file }: { readonly file: CaseFile }) {
  const { t } = useTranslation()
  const navigate = useNavigate({ from: '/sager/$case' })
  const { past } = useMoment()
  const { asked, data, error, refetch } = useAlternatives(file)
  if (!isOpen(file.row.status) || past || !hasFault(file)) return null
  return (
    <Panel title={t('alternatives.title')} className="alternatives">
      <p className="muted">{t('alternatives.lead')}</p>
      {!asked ? (
        <Button
          icon="search"
          onPress={() => void navigate({ search: (was) => ({ ...was, alternatives: 'shown' }), replace: true })}
        >
          {t('alternatives.ask')}
        </Button>
      ) : error !== null ? (
        <Failed error={error} onRetry={() => void refetch()} />
      ) : data === undefined ? (
        <p className="muted" role="status">
          <span className="spinner" aria-hidden="true" /> {t('alternatives.waiting')}
        </p>
      ) : (
        <div role="status">
          <Found data={data} />
        </div>
      )}
    </Panel>
  )
}

/** A breach that counts, or cover that a small group loses: what the service looks for a cure of. */
function hasFault({ findings }: CaseFile): boolean {
  return (
    findings?.findings.some(
      ({ outcome, strength, code }) =>
        (outcome === 'breach' && (strength === 'binding' || strength === 'principle')) || code === 'R-28.newGap',
    ) ?? false
  )
}

function Found({ data }: { readonly data: Alternatives }) {
  const { t } = useTranslation()
  const words = useWords()
  const say = useAlternativeWords()
  const { alternatives, breached, none } = data
  if (breached.length === 0) return <p>{t('alternatives.lawful')}</p>
  return (
    <>
      {alternatives.length > 0 && (
        <>
          <ol className="alternatives-list">
            {alternatives.map(({ changes, turned, missing }) => (
              <li key={JSON.stringify(changes)}>
                <p className="alternatives-what">{say.alternative(changes)}</p>
                {changes.map((change) =>
                  change.kind === 'place' ? (
                    <p key="place" className="meta">
                      {t(change.nearest ? 'alternatives.nearest' : 'alternatives.notNearest')}
                    </p>
                  ) : null,
                )}
                <ul className="alternatives-turned" aria-label={t('alternatives.turned')}>
                  {turned.map(({ rule, before, after }) => (
                    <li key={rule}>
                      <span>
                        {rule} {words.rule(rule)}
                      </span>
                      <span>
                        <Verdict outcome={before} /> → <Verdict outcome={after} />
                      </span>
                    </li>
                  ))}
                </ul>
                {missing.length > 0 && (
                  <p className="meta">
                    {t('alternatives.missing', { items: missing.map(words.condition).join(', ') })}
                  </p>
                )}
              </li>
            ))}
          </ol>
          <p className="meta">{t('alternatives.judged', { rules: breached.join(', ') })}</p>
        </>
      )}
      {none.length > 0 && (
        <>
          <h3>{t('alternatives.noneTitle')}</h3>
          <ul className="plain-list">
            {none.map((one) => (
              <li key={one.kind}>{say.none(one)}</li>
            ))}
          </ul>
        </>
      )}
    </>
  )
}
