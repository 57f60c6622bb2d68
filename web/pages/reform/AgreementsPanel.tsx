import { useTranslation } from 'react-i18next'
import { capacity, date } from '../../format.ts'
import { Panel } from '../../parts/Panel.tsx'
import { TableScroll } from '../../parts/TableScroll.tsx'
import { useLanguage } from '../../text/i18n.ts'
import { useAreaWords } from '../riding/useAreaWords.ts'
import type { Handover, Reform } from './reformAnswer.ts'
import { useRegionName } from './useRegionName.ts'

/** Riding agreements and section-2 agreements that get another committee and keep everything else. */
export function AgreementsPanel({ reform, handover }: { readonly reform: Reform; readonly handover: Handover }) {
  const { t } = useTranslation()
  const language = useLanguage()
  const areaWords = useAreaWords()
  const nameOf = useRegionName(reform)
  const { ridingAgreements, section2 } = handover
  const municipality = (code: string) => reform.municipalities.find((one) => one.code === code)?.name ?? code
  return (
    <Panel
      title={t('reform.agreements.title')}
      aside={t('reform.agreements.count', { count: ridingAgreements.length })}
      className="flush"
    >
      {ridingAgreements.length === 0 ? (
        <p className="reform-none">{t('reform.agreements.none')}</p>
      ) : (
        <TableScroll label={t('reform.agreements.title')}>
          <table className="table">
            <caption className="visually-hidden">
              {t('reform.agreements.caption', { date: date(reform.from, language) })}
            </caption>
            <thead>
              <tr>
                <th scope="col">{t('reform.agreements.school')}</th>
                <th scope="col">{t('reform.agreements.municipality')}</th>
                <th scope="col" className="num">
                  {t('reform.agreements.hours')}
                </th>
                <th scope="col">{t('reform.agreements.area')}</th>
                <th scope="col">{t('reform.agreements.committee')}</th>
              </tr>
            </thead>
            <tbody>
              {ridingAgreements.map((one) => (
                <tr key={one.agreement}>
                  <th scope="row">{one.schoolName}</th>
                  <td>{municipality(one.municipality)}</td>
                  <td className="num">{capacity(one.hoursTenths, 'hoursTenths', language)}</td>
                  <td>{areaWords(one.area)}</td>
                  <td>
                    {nameOf(one.before)} → {nameOf(one.after)}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </TableScroll>
      )}
      <div className="reform-section2">
        <h3>{t('reform.agreements.section2')}</h3>
        {section2.length === 0 ? (
          <p>{t('reform.agreements.section2None')}</p>
        ) : (
          <ul className="plain-list">
            {section2.map(({ proposal, adopted, proposedOn, before, after }) => (
              <li key={proposal}>
                {t(adopted === null ? 'reform.agreements.section2Proposed' : 'reform.agreements.section2Adopted', {
                  date: date(adopted === null ? proposedOn : adopted.on, language),
                  before: nameOf(before),
                  after: after === null ? t('reform.agreements.several') : nameOf(after),
                })}
              </li>
            ))}
          </ul>
        )}
      </div>
    </Panel>
  )
}
