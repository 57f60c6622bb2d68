import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { Answer } from '../../api.ts'
import { date } from '../../format.ts'
import { Panel } from '../../parts/Panel.tsx'
import { VerdictIcon } from '../../parts/Verdict.tsx'
import { useLanguage } from '../../text/i18n.ts'
import { deliveryOf } from '../followUp/deliveries.ts'
import { usePeriodName } from '../followUp/usePeriodName.ts'
import { PackageFiles } from './PackageFiles.tsx'

type OwnFigures = Answer<'ownFigures'>
type Delivery = OwnFigures['deliveries'][number]

/** The half-yearly packages: the latest first, with how its delivery went and its files. */
export function OwnPackages({ data }: { readonly data: OwnFigures }) {
  const { t } = useTranslation()
  const periodName = usePeriodName()
  const { municipality, deliveries, halfYears } = data
  const latest = halfYears.at(-1)
  return (
    <Panel title={t('home.packages.title')} className="own-packages">
      {latest !== undefined && (
        <div className="own-package">
          <strong>{t('home.packages.latest', { period: periodName(latest.period) })}</strong>
          <Link
            to="/halvaarsdata/$municipality/$period"
            params={{ municipality, period: latest.period }}
            className="button button-primary"
          >
            {t('home.packages.open')}
          </Link>
          <PackageFiles municipality={municipality} period={latest.period} edition={latest.edition} />
        </div>
      )}
      {deliveries.length === 0 && latest === undefined ? (
        <p className="muted">{t('home.packages.none')}</p>
      ) : (
        <ul className="delivery-list">
          {deliveries.map((one) => (
            <li key={one.period}>
              <span>
                {one.latest === null ? (
                  periodName(one.period)
                ) : (
                  <Link to="/halvaarsdata/$municipality/$period" params={{ municipality, period: one.period }}>
                    {periodName(one.period)}
                  </Link>
                )}
              </span>
              <DeliveryState delivery={one} />
            </li>
          ))}
        </ul>
      )}
    </Panel>
  )
}

function DeliveryState({ delivery: { finding, latest, editions } }: { readonly delivery: Delivery }) {
  const { t } = useTranslation()
  const language = useLanguage()
  const { state, days } = deliveryOf({ finding })
  const dueOn = date(typeof finding.params.dueOn === 'string' ? finding.params.dueOn : null, language)
  const said = [
    ...(latest === null ? [] : [t('home.packages.delivered', { date: date(latest.deliveredOn, language) })]),
    days > 0 ? t('home.packages.days', { count: days, date: dueOn }) : t('home.packages.due', { date: dueOn }),
    ...(editions > 1 ? [t('home.packages.editions', { count: editions })] : []),
    ...(latest !== null && latest.checksum === null ? [t('home.packages.noContent')] : []),
  ]
  return (
    <span className="delivery">
      <span
        className={`chip tone-${finding.outcome === 'breach' ? 'breach' : finding.outcome === 'pass' ? 'ok' : 'missing'}`}
      >
        <VerdictIcon outcome={finding.outcome} size={16} />
        {t(`home.packages.word.${state}`)}
      </span>
      <span className="muted">{said.join(', ')}</span>
    </span>
  )
}
