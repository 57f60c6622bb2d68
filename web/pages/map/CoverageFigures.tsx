import { useTranslation } from 'react-i18next'
import type { Answer } from '../../api.ts'
import { date, none, number, percent } from '../../format.ts'
import { useLanguage } from '../../text/i18n.ts'
import { CoverageProof } from './CoverageProof.tsx'
import { CoverageUsers } from './CoverageUsers.tsx'
import { OutsideLimit } from './OutsideLimit.tsx'
import { useComparedKnown } from './useComparedKnown.ts'
import { useCoverageWords } from './useCoverageWords.ts'

/** The area's figure, what it was on the other date, and how unequally people have it; each with its proof. */
export function CoverageFigures({
  answer,
  before,
}: {
  readonly answer: Answer<'coverage'>
  readonly before: Answer<'coverage'> | undefined
}) {
  const { t } = useTranslation()
  const language = useLanguage()
  const words = useCoverageWords()
  const { known } = useComparedKnown()
  const { total, equity, measure, max, unit, k, sites, offers } = answer
  const limit = words.limit(max, unit)
  const withOffers = total.people === 0 ? null : total.withinWithOffers / total.people
  const isWithOffers = measure === 'share' && total.value !== total.share
  const said = t(isWithOffers ? 'coverage.total.shareWithOffers' : `coverage.total.${measure}`, {
    limit,
    k,
    sites: sites.length,
  })
  const value = words.value(total.value, answer)
  const worst = equity.of === 'cost' ? words.cost(equity.worstTenth, unit) : words.score(equity.worstTenth)
  const inequality = t(`coverage.equity.${equity.of}`, {
    worst,
    gini: equity.gini === null ? none : number(equity.gini, language, 2),
    palma: equity.palma === null ? none : number(equity.palma, language, 2),
  })
  const change =
    before === undefined || before.total.value === null || total.value === null
      ? null
      : total.value - before.total.value
  return (
    <>
      <div className="layer-note coverage-total">
        <strong>{value}</strong> {said} <CoverageProof answer={answer} figure="value" what={`${value} ${said}`} />{' '}
        {answer.recorded && <OutsideLimit reached={total} withOffers={answer.offersCounted} />}
      </div>
      {before !== undefined && (
        <div className="layer-note">
          <strong>{words.change(change, answer)}</strong>{' '}
          {t('coverage.compare.total', {
            before: `${words.value(before.total.value, answer)} (${date(before.at.effectiveOn, language)})`,
            after: `${value} (${date(answer.at.effectiveOn, language)})`,
            known,
          })}{' '}
          <CoverageProof answer={answer} before={before} figure="change" what={words.change(change, answer)} />
        </div>
      )}
      <CoverageUsers answer={answer} before={before} />
      {offers.length > 0 && !isWithOffers && measure === 'share' && (
        <p className="layer-note">{t('coverage.alsoOffers', { share: percent(withOffers, language) })}</p>
      )}
      {sites.length > 0 && (
        <div className="layer-note">
          {equity.overNearest && t('coverage.equity.overNearest')} {inequality}
          {rounded(equity.leftOut) > 0 && (
            <> {t('coverage.equity.leftOut', { people: number(rounded(equity.leftOut), language) })}</>
          )}{' '}
          <CoverageProof answer={answer} figure="equity" what={inequality} />
        </div>
      )}
      {rounded(total.unreachable) > 0 && sites.length > 0 && (
        <p className="layer-note">
          {t('coverage.unreachable', { people: number(rounded(total.unreachable), language) })}
        </p>
      )}
      <p className="meta">{t('coverage.basis', { population: words.population(answer.proof) })}</p>
    </>
  )
}

/** Modelled people to the hundred: more would look like a count. */
function rounded(people: number): number {
  return Math.round(people / 100) * 100
}
