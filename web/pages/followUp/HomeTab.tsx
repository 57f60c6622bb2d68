import { useTranslation } from 'react-i18next'
import { number, percent } from '../../format.ts'
import { useAreaNames } from '../../parts/areaNames.ts'
import { useLanguage } from '../../text/i18n.ts'
import { type FollowUp, measureOf } from './answer.ts'
import { FollowTable } from './FollowTable.tsx'
import { ReviewButtons } from './ReviewButtons.tsx'
import { ReviewsPanel } from './ReviewsPanel.tsx'
import { useReviewSheet } from './useReviewSheet.tsx'

type Row = FollowUp['home'][number]

const shareOf = ({ home, all }: Row) => (home === null || all === null || all === 0 ? null : home / all)

/** Treatment at home of each municipality beside the region; for the region itself with its reviews of it. */
export function HomeTab({ data }: { readonly data: FollowUp }) {
  const { t } = useTranslation()
  const language = useLanguage()
  const names = useAreaNames()
  const rows = data.home.toSorted((a, b) => (shareOf(b) ?? 0) - (shareOf(a) ?? 0))
  const highest = Math.max(...rows.map((row) => shareOf(row) ?? 0), 0.01)
  const region = measureOf(rows[0]?.finding ?? null, 'homeShareRegion')
  const { show, sheet, landing } = useReviewSheet(data)
  return (
    <>
      {data.whole && <ReviewsPanel data={data} rules={['R-25']} show={show} landing={landing} />}
      <FollowTable
        data={data}
        tab="home"
        title={t('followUp.tab.home')}
        rows={rows}
        keyOf={({ municipality }) => municipality}
        findingOf={({ finding }) => finding}
        none={t('followUp.home.none')}
        {...(data.whole
          ? {
              actionOf: ({ municipality, finding }: Row) => (
                <ReviewButtons
                  data={data}
                  about={{ level: 'municipality', id: municipality }}
                  name={names.municipality(municipality)}
                  findings={[finding]}
                  show={show}
                />
              ),
            }
          : {})}
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
      {sheet}
    </>
  )
}
