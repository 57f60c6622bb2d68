import { useTranslation } from 'react-i18next'
import { number, percent } from '../../format.ts'
import { useAreaNames } from '../../parts/areaNames.ts'
import { useLanguage } from '../../text/i18n.ts'
import { type FollowUp, measureOf } from './answer.ts'
import { FollowTable } from './FollowTable.tsx'

type Row = FollowUp['home'][number]

const shareOf = ({ home, all }: Row) => (home === null || all === null || all === 0 ? null : home / all)

/** Treatment at home of each municipality beside the region. */
export function HomeTab({ data }: { readonly data: FollowUp }) {
  const { t } = useTranslation()
  const language = useLanguage()
  const names = useAreaNames()
  const rows = data.home.toSorted((a, b) => (shareOf(b) ?? 0) - (shareOf(a) ?? 0))
  const highest = Math.max(...rows.map((row) => shareOf(row) ?? 0), 0.01)
  const region = measureOf(rows[0]?.finding ?? null, 'homeShareRegion')
  return (
    <FollowTable
      data={data}
      tab="home"
      title={t('followUp.tab.home')}
      rows={rows}
      keyOf={({ municipality }) => municipality}
      findingOf={({ finding }) => finding}
      none={t('followUp.home.none')}
      {...(region === null ? {} : { footer: t('followUp.home.region', { share: percent(region / 1000, language) }) })}
      columns={[
        { title: t('followUp.municipality'), text: ({ municipality }) => names.municipality(municipality) },
        {
          title: t('followUp.home.share'),
          text: (row) => percent(shareOf(row), language),
          draw: (row) => (
            <span className="home-share">
              <span className="home-bar" aria-hidden="true">
                <span style={{ width: `${((shareOf(row) ?? 0) / highest) * 100}%` }} />
                {region !== null && <i style={{ left: `${(region / 1000 / highest) * 100}%` }} />}
              </span>
              {percent(shareOf(row), language)}
            </span>
          ),
        },
        { title: t('followUp.home.services'), isNumber: true, text: ({ home }) => number(home, language) },
        { title: t('followUp.home.all'), isNumber: true, text: ({ all }) => number(all, language) },
      ]}
    />
  )
}
