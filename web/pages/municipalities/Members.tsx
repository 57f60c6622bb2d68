import { useTranslation } from 'react-i18next'
import type { Answer } from '../../api.ts'
import { date, none, number } from '../../format.ts'
import { useAreaNames } from '../../parts/areaNames.ts'
import { TableScroll } from '../../parts/TableScroll.tsx'
import { useLanguage } from '../../text/i18n.ts'

/** Therapists of the agreement, by where they are. References, never names; what nobody said is an en dash, not a no. */
export function Members({ members }: { readonly members: Answer<'palliative'>['members'] }) {
  const { t } = useTranslation()
  const language = useLanguage()
  const names = useAreaNames()
  const yes = (value: boolean | null) =>
    value === null ? none : t(value ? 'municipal.offer.yes' : 'municipal.offer.no')
  const label = t('municipal.palliative.members', { count: members.length })
  const ordered = members.toSorted((a, b) =>
    names.municipality(a.municipality).localeCompare(names.municipality(b.municipality), 'da'),
  )
  return (
    <details className="members">
      <summary>{label}</summary>
      <TableScroll label={label}>
        <table className="table">
          <caption className="visually-hidden">{label}</caption>
          <thead>
            <tr>
              <th scope="col">{t('municipal.palliative.person')}</th>
              <th scope="col">{t('municipal.choose')}</th>
              <th scope="col">{t('municipal.palliative.accepting')}</th>
              <th scope="col">{t('municipal.palliative.said')}</th>
              <th scope="col">{t('municipal.palliative.training')}</th>
              <th scope="col" className="num">
                {t('municipal.palliative.radius')}
              </th>
            </tr>
          </thead>
          <tbody>
            {ordered.map((one) => (
              <tr key={one.person}>
                <th scope="row">
                  {one.person}
                  {one.provider !== null && <span className="muted"> ({one.provider})</span>}
                </th>
                <td>{names.municipality(one.municipality)}</td>
                <td>{yes(one.acceptsNew)}</td>
                <td>{date(one.saidOn, language)}</td>
                <td>{yes(one.trainingDone)}</td>
                <td className="num">{number(one.homeRadiusKm, language)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </TableScroll>
    </details>
  )
}
