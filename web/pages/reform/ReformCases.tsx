import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { date } from '../../format.ts'
import { Panel } from '../../parts/Panel.tsx'
import { TableScroll } from '../../parts/TableScroll.tsx'
import { useMay } from '../../session.ts'
import { useLanguage } from '../../text/i18n.ts'
import { useWords } from '../../text/words.ts'
import type { Handover, Reform } from './reformAnswer.ts'
import { useRegionName } from './useRegionName.ts'

/** Open cases that the reader may see: who rules on each date, and whose rule set judges them. */
export function ReformCases({ reform, handover }: { readonly reform: Reform; readonly handover: Handover }) {
  const { t } = useTranslation()
  const language = useLanguage()
  const words = useWords()
  const may = useMay()
  const nameOf = useRegionName(reform)
  const { cases, after } = handover
  return (
    <Panel
      title={t('reform.cases.title')}
      className="flush"
      footer={
        <p className="meta">
          {t('reform.cases.rulings', { after: after.map(({ name }) => name).join(t('reform.and')) })}
        </p>
      }
    >
      {cases.length === 0 ? (
        <p className="reform-none">{t(may('case.read') ? 'reform.cases.none' : 'reform.cases.hidden')}</p>
      ) : (
        <TableScroll label={t('reform.cases.title')}>
          <table className="table">
            <caption className="visually-hidden">{t('reform.cases.caption')}</caption>
            <thead>
              <tr>
                <th scope="col">{t('reform.cases.case')}</th>
                <th scope="col">{t('reform.cases.type')}</th>
                <th scope="col">{t('reform.cases.wanted')}</th>
                <th scope="col">{t('reform.cases.committee')}</th>
                <th scope="col">{t('reform.cases.judgedBy')}</th>
              </tr>
            </thead>
            <tbody>
              {cases.map((one) => (
                <tr key={one.case}>
                  <th scope="row">
                    <Link to="/sager/$case" params={{ case: one.case }}>
                      {one.number}
                    </Link>
                  </th>
                  <td>{words.type(one.type)}</td>
                  <td>{date(one.wantedFrom, language)}</td>
                  <td>
                    {nameOf(one.before)} → {nameOf(one.after)}
                  </td>
                  <td>{nameOf(one.judgedBy)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </TableScroll>
      )}
    </Panel>
  )
}
