import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Finding, FindingSet } from '#events/finding'
import { viewQuery } from '../../api.ts'
import { none } from '../../format.ts'
import { Icon } from '../../parts/Icon.tsx'
import { Sheet } from '../../parts/Sheet.tsx'
import { SourceLine } from '../../parts/SourceLine.tsx'
import { useWords } from '../../text/words.ts'
import { useMoment } from '../../time/moment.ts'

/** The first source in a line; opens all of them with document, section, address, and what the rule set makes of it. */
export function SourceButton({
  finding,
  set,
  region,
  label,
}: {
  readonly finding: Finding
  /** The findings that this one is of; they name the rule set and its date. */
  readonly set: Pick<FindingSet, 'ruleSet' | 'effectiveOn'>
  readonly region: string
  readonly label: string
}) {
  const { t } = useTranslation()
  const words = useWords()
  const [open, setOpen] = useState(false)
  const first = finding.sources[0]
  if (first === undefined) return null
  const short = [words.source(first.kind), words.section(first.section)].filter(Boolean).join(', ')
  return (
    <>
      <button type="button" className="source-button" onClick={() => setOpen(true)}>
        <Icon name="source" size={14} />
        <span className="visually-hidden">{label}: </span>
        {short}
        {finding.sources.length > 1 && ` +${finding.sources.length - 1}`}
      </button>
      <Sheet
        title={`${finding.rule} ${words.rule(finding.rule)}`}
        open={open}
        onClose={() => setOpen(false)}
        className="sheet-side"
      >
        <p>{words.finding(finding)}</p>
        <h3>{t('cases.findings.sources')}</h3>
        <ul className="sources">
          {finding.sources.map((source) => (
            <li key={`${source.kind} ${source.id} ${source.section ?? ''}`}>
              <dl className="pairs">
                <div>
                  <dt>{t('cases.findings.sourceDocument')}</dt>
                  <dd>
                    {words.source(source.kind)}: {words.sourceTitle(source)}
                  </dd>
                </div>
                <div>
                  <dt>{t('cases.findings.sourceSection')}</dt>
                  <dd>{words.section(source.section) ?? none}</dd>
                </div>
                <div>
                  <dt>{t('cases.findings.sourceAddress')}</dt>
                  <dd>
                    {source.url === undefined ? (
                      none
                    ) : (
                      <a href={source.url} target="_blank" rel="noreferrer">
                        {source.url}
                      </a>
                    )}
                  </dd>
                </div>
              </dl>
            </li>
          ))}
        </ul>
        <h3>{t('cases.findings.sourceUse')}</h3>
        <p className="muted">{t('cases.findings.inRuleSet', { ruleSet: set.ruleSet })}</p>
        {open && <Parameters finding={finding} on={set.effectiveOn} region={region} />}
      </Sheet>
    </>
  )
}

/** The values that the rule was held against, each with where the rule set has it from. */
function Parameters({
  finding,
  on,
  region,
}: {
  readonly finding: Finding
  readonly on: string
  readonly region: string
}) {
  const { t } = useTranslation()
  const words = useWords()
  const { params } = useMoment()
  const plan = useQuery(viewQuery('planInForce', { ...params, asOf: on, region })).data?.inForce
  const sourceOf = (key: string) => plan?.parameters.find((parameter) => parameter.key === key)?.source
  return (
    <dl className="pairs">
      {Object.entries(finding.parameters).map(([key, value]) => {
        const source = sourceOf(key)
        return (
          <div key={key}>
            <dt>{words.parameter(key)}</dt>
            <dd>
              {typeof value === 'boolean'
                ? t(value ? 'cases.findings.yes' : 'cases.findings.no')
                : words.value(key, value)}
              {source !== undefined && (
                <span className="cell-sub">
                  <SourceLine source={source} />
                </span>
              )}
            </dd>
          </div>
        )
      })}
    </dl>
  )
}
