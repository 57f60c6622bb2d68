import { useTranslation } from 'react-i18next'
import { keyFigureNames } from '#events/halfYearWords'
import { KeyFigure, type KeyFigureValue } from '#events/keyFigures'
import { TableScroll } from '../../parts/TableScroll.tsx'
import { useLanguage } from '../../text/i18n.ts'
import { keyFigureText } from './figureText.ts'
import { TrendChart } from './TrendChart.tsx'

/** The middle half of the peers; null when too few are told. */
type Spread = { readonly low: number; readonly middle: number; readonly high: number; readonly of: number } | null

/** A period with every key figure of the municipality, its region and its peers. */
export interface TrendPeriod {
  readonly label: string
  readonly at: number
  readonly own: (which: KeyFigure) => KeyFigureValue
  readonly region: (which: KeyFigure) => KeyFigureValue
  readonly peers: (which: KeyFigure) => Spread
}

const told = (value: KeyFigureValue | undefined) => (typeof value === 'number' ? value : null)

/** A card for each key figure that anything is known of: the latest figure in words, its trend, and all of it as a table. */
export function TrendCards({ periods }: { readonly periods: readonly TrendPeriod[] }) {
  const { t } = useTranslation()
  const shown = KeyFigure.options.filter((which) => periods.some((one) => one.own(which) !== 'unknown'))
  const hasPeers = shown.some((which) => periods.some((one) => one.peers(which) !== null))
  if (shown.length === 0) return <p className="muted">{t('home.figures.noFigures')}</p>
  return (
    <>
      <ul className="trend-legend" aria-hidden="true">
        <li className="key-own">{t('home.figures.own')}</li>
        <li className="key-region">{t('home.figures.region')}</li>
        {hasPeers && <li className="key-peers">{t('home.figures.peersShort')}</li>}
      </ul>
      <div className="trend-cards">
        {shown.map((which) => (
          <Card key={which} which={which} periods={periods} />
        ))}
      </div>
      <details className="trend-table">
        <summary>{t('home.figures.table')}</summary>
        <TrendTable periods={periods} shown={shown} />
      </details>
    </>
  )
}

function Card({ which, periods }: { readonly which: KeyFigure; readonly periods: readonly TrendPeriod[] }) {
  const { t } = useTranslation()
  const language = useLanguage()
  const latest = periods.at(-1)
  if (latest === undefined) return null
  const name = keyFigureNames[which][language]
  const own = keyFigureText(which, latest.own(which), language)
  const region = keyFigureText(which, latest.region(which), language)
  const peers = latest.peers(which)
  return (
    <section className="trend-card" aria-label={name}>
      <h3>{name}</h3>
      <p className="trend-now">
        <strong className={typeof latest.own(which) === 'number' ? '' : 'not-told'}>{own}</strong>
        <span>
          {t('home.figures.region')} {region}
        </span>
      </p>
      <TrendChart
        label={t('home.figures.chart', { figure: name, own, region, period: latest.label })}
        points={periods.map((one) => ({
          label: one.label,
          at: one.at,
          own: told(one.own(which)),
          region: told(one.region(which)),
          band: one.peers(which),
        }))}
      />
      {peers !== null && (
        <p className="muted">
          {t('home.figures.peers', { count: peers.of })}:{' '}
          {t('home.figures.range', {
            low: keyFigureText(which, peers.low, language),
            high: keyFigureText(which, peers.high, language),
          })}
        </p>
      )}
    </section>
  )
}

function TrendTable({
  periods,
  shown,
}: {
  readonly periods: readonly TrendPeriod[]
  readonly shown: readonly KeyFigure[]
}) {
  const { t } = useTranslation()
  const language = useLanguage()
  const sides = [
    { key: 'own', name: t('home.figures.own') },
    { key: 'region', name: t('home.figures.region') },
  ] as const
  return (
    <TableScroll label={t('home.figures.title')}>
      <table className="table">
        <caption className="visually-hidden">{t('home.figures.title')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('home.package.figure')}</th>
            <th scope="col" />
            {periods.map(({ label }) => (
              <th key={label} scope="col" className="num">
                {label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {shown.flatMap((which) => [
            ...sides.map(({ key, name }) => (
              <tr key={`${which} ${key}`}>
                <th scope="row">{keyFigureNames[which][language]}</th>
                <td>{name}</td>
                {periods.map((one) => (
                  <td key={one.label} className="num">
                    {keyFigureText(which, one[key](which), language)}
                  </td>
                ))}
              </tr>
            )),
            <tr key={`${which} peers`}>
              <th scope="row">{keyFigureNames[which][language]}</th>
              <td>{t('home.figures.peersShort')}</td>
              {periods.map((one) => {
                const spread = one.peers(which)
                return (
                  <td key={one.label} className="num">
                    {spread === null
                      ? '–'
                      : t('home.figures.range', {
                          low: keyFigureText(which, spread.low, language),
                          high: keyFigureText(which, spread.high, language),
                        })}
                  </td>
                )
              })}
            </tr>,
          ])}
        </tbody>
      </table>
    </TableScroll>
  )
}
