import { useTranslation } from 'react-i18next'
import { sizingBasisWords } from '#events/glossary'
import type { RegionCode } from '#events/identifiers'
import type { Answer } from '../../api.ts'
import { date, number } from '../../format.ts'
import { useLanguage } from '../../text/i18n.ts'

/** Proposals of a section-2 agreement, the newest first; those that a region took over name the region they were made in. */
export function Agreements({
  region: own,
  proposals,
}: {
  readonly region: RegionCode
  readonly proposals: Answer<'palliative'>['proposals']
}) {
  const { t } = useTranslation()
  const language = useLanguage()
  if (proposals.length === 0) return <p className="muted">{t('municipal.palliative.noProposals')}</p>
  return (
    <ul className="plain-list agreements">
      {proposals.map(({ proposal, region, regionName, proposedOn, basis, sizes, adopted, activityFee, source }) => {
        const chosen = sizes.find((size) => size.basis === basis)
        return (
          <li key={proposal}>
            <strong>
              {t('municipal.palliative.proposed', {
                date: date(proposedOn, language),
                basis: sizingBasisWords[basis][language],
                therapists: number(chosen?.therapists ?? null, language),
                yearly: number(chosen === undefined ? null : chosen.yearlyOere / 1e8, language, 2),
              })}
            </strong>
            {region !== own && <span className="meta">{regionName}</span>}
            {adopted !== null && (
              <span>
                {t('municipal.palliative.adopted', {
                  date: date(adopted.on, language),
                  basis: sizingBasisWords[adopted.basis][language],
                })}
              </span>
            )}
            {activityFee !== null && (
              <span className="meta">
                {t('municipal.palliative.fee', {
                  amount: number(activityFee.oere / 100, language),
                  scope: t(`municipal.palliative.scope.${activityFee.scope}`),
                })}
              </span>
            )}
            {source !== null && <span className="meta">{source}</span>}
          </li>
        )
      })}
    </ul>
  )
}
