import { useTranslation } from 'react-i18next'
import { date, number } from '../../format.ts'
import { SourceLine } from '../../parts/SourceLine.tsx'
import { useLanguage } from '../../text/i18n.ts'
import type { CapGroup } from './capsAnswer.ts'

/** How many of 100,000 have the diagnosis: the figure that is counted with, the source's range and how sure it is. */
export function SizePrevalence({
  of: { low, high, used, confidence },
}: {
  readonly of: NonNullable<CapGroup['prevalence']>
}) {
  const { t } = useTranslation()
  const language = useLanguage()
  const say = (value: number) => number(value, language, 1)
  const words = {
    used: say(used),
    low: say(low),
    high: say(high),
    confidence: t(`caps.proof.confidence.${confidence}`),
  }
  return t(low === high ? 'caps.proof.prevalenceOne' : 'caps.proof.prevalenceRange', words)
}

/** The data version of one group's size; `name` where a family has several. */
export function SizeVersion({
  name,
  from,
}: {
  readonly name: string | null
  readonly from: CapGroup['sources'][number] | undefined
}) {
  const { t } = useTranslation()
  const language = useLanguage()
  const source = from?.source ?? null
  return (
    <span className="proof-version">
      {name !== null && `${name}: `}
      {from === undefined || source === null ? (
        t('caps.proof.noSource')
      ) : (
        <>
          <SourceLine source={source} />
          <span className="proof-version">
            {[
              ...(from.dataVersion === null ? [] : [t('caps.proof.version', { version: from.dataVersion })]),
              from.asOf === null
                ? t('caps.proof.undated')
                : t('caps.proof.sourceDate', { date: from.asOf.length === 10 ? date(from.asOf, language) : from.asOf }),
            ].join(', ')}
          </span>
        </>
      )}
    </span>
  )
}
