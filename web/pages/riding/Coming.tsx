import { useTranslation } from 'react-i18next'
import { capacity, date, signed } from '../../format.ts'
import { Panel } from '../../parts/Panel.tsx'
import { useLanguage } from '../../text/i18n.ts'
import type { Riding } from './agreements.ts'

/** Changes that are decided and do not hold yet, with the region's total after each. */
export function Coming({ data }: { readonly data: Riding }) {
  const { t } = useTranslation()
  const language = useLanguage()
  const nameOf = new Map(data.rows.map(({ school, schoolName }) => [school, schoolName]))
  return (
    <Panel title={t('riding.coming.title')} className={data.coming.length === 0 ? '' : 'flush'}>
      {data.coming.length === 0 ? (
        <p className="muted">{t('riding.coming.none')}</p>
      ) : (
        <table className="table">
          <caption className="visually-hidden">{t('riding.coming.caption')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('riding.coming.on')}</th>
              <th scope="col">{t('riding.coming.school')}</th>
              <th scope="col" className="num">
                {t('riding.coming.change')}
              </th>
              <th scope="col" className="num">
                {t('riding.coming.total')}
              </th>
            </tr>
          </thead>
          <tbody>
            {data.coming.map((one) => (
              <tr key={`${one.on} ${one.agreement}`}>
                <th scope="row" className="nowrap">
                  {date(one.on, language)}
                </th>
                <td>{nameOf.get(one.school) ?? one.school}</td>
                <td className="num">{signed(one.deltaTenths / 10, language, 1)}</td>
                <td className="num">{capacity(one.totalTenths, 'hoursTenths', language)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </Panel>
  )
}
