import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { type Answer, viewQuery } from '../../api.ts'
import { none, number } from '../../format.ts'
import { useAreaNames } from '../../parts/areaNames.ts'
import { Panel } from '../../parts/Panel.tsx'
import { TableHead } from '../../parts/TableHead.tsx'
import { TableScroll } from '../../parts/TableScroll.tsx'
import { useLanguage } from '../../text/i18n.ts'
import { useMoment } from '../../time/moment.ts'
import { StripLegend, StripLine } from './StripLine.tsx'

type Row = Answer<'municipalities'>['rows'][number]

/** Figures per 10,000 inhabitants, so that large and small municipalities can be held against each other. */
const figures = [
  { key: 'capacity', of: ({ per10000 }: Row) => per10000 },
  { key: 'clinics', of: (row: Row) => perInhabitants(row, row.clinics) },
  { key: 'ridingHours', of: (row: Row) => perInhabitants(row, row.ridingHoursTenths / 10) },
] as const

function perInhabitants({ population }: Row, amount: number): number | null {
  return population === null || population === 0 ? null : (amount / population) * 10_000
}

/** The municipality's own figures beside its region and the other municipalities, as the register is today. */
export function OwnNumbers({ municipality, region }: { readonly municipality: string; readonly region: string }) {
  const { t } = useTranslation()
  const language = useLanguage()
  const names = useAreaNames()
  const { params } = useMoment()
  const { data } = useQuery(viewQuery('municipalities', { ...params, region }))
  const rows = data?.rows ?? []
  const own = rows.find(({ code }) => code === municipality)
  // A municipality of another region is heard too, but is no peer of these.
  if (data === undefined || own === undefined) return null
  const name = names.municipality(municipality)
  const unit = t(data.unit === 'hoursTenths' ? 'consultations.page.unitHours' : 'consultations.page.unitUnits')
  const said = (value: number | null) => (value === null ? none : number(value, language, 1))
  return (
    <Panel title={t('hearings.numbers.title', { municipality: name })} aside={<StripLegend />} className="own-numbers">
      <TableScroll label={t('hearings.numbers.title', { municipality: name })}>
        <table className="table">
          <TableHead
            headings={[
              t('hearings.numbers.figure'),
              { number: name },
              { number: t('hearings.numbers.region') },
              t('hearings.numbers.spread', { count: rows.length }),
            ]}
          />
          <tbody>
            {figures.map(({ key, of }) => {
              const values = rows.flatMap((row) => {
                const value = of(row)
                return value === null ? [] : [{ code: row.code, value, people: row.population ?? 0 }]
              })
              const mean = meanOf(values)
              return (
                <tr key={key}>
                  <th scope="row">{t(`hearings.numbers.${key}`, { unit })}</th>
                  <td className="num">{said(of(own))}</td>
                  <td className="num">{said(mean)}</td>
                  <td>
                    <StripLine values={values} own={municipality} mean={mean} />
                  </td>
                </tr>
              )
            })}
          </tbody>
        </table>
      </TableScroll>
    </Panel>
  )
}

/** Mean by inhabitants: the region's own figure, not the mean of its municipalities'. Null without any. */
function meanOf(values: readonly { readonly value: number; readonly people: number }[]): number | null {
  const people = values.reduce((sum, one) => sum + one.people, 0)
  return people === 0 ? null : values.reduce((sum, { value, people: of }) => sum + value * of, 0) / people
}
