import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Panel } from '../../parts/Panel.tsx'
import { Segmented } from '../../parts/Segmented.tsx'
import { TableScroll } from '../../parts/TableScroll.tsx'
import type { Reform } from './reformAnswer.ts'
import { useRegionName } from './useRegionName.ts'

/** The map's table twin: every municipality with its region on the two dates and its health council. */
export function AreasTable({ reform }: { readonly reform: Reform }) {
  const { t } = useTranslation()
  const [show, setShow] = useState<'moving' | 'all'>('moving')
  const nameOf = useRegionName(reform)
  const moving = reform.municipalities.filter(({ before, after }) => before !== after)
  const rows = show === 'moving' ? moving : reform.municipalities
  return (
    <Panel title={t('reform.areas.title')} className="flush">
      <div className="rules-tools">
        <Segmented
          label={t('reform.areas.show')}
          value={show}
          onChange={setShow}
          options={[
            { value: 'moving', label: t('reform.areas.moving', { count: moving.length }) },
            { value: 'all', label: t('reform.areas.all', { count: reform.municipalities.length }) },
          ]}
        />
      </div>
      {rows.length === 0 ? (
        <p className="reform-none">{t('reform.areas.none')}</p>
      ) : (
        <div className="reform-areas">
          <TableScroll label={t('reform.areas.title')}>
            <table className="table">
              <caption className="visually-hidden">{t('reform.areas.caption')}</caption>
              <thead>
                <tr>
                  <th scope="col">{t('reform.areas.municipality')}</th>
                  <th scope="col">{t('reform.from')}</th>
                  <th scope="col">{t('reform.to')}</th>
                  <th scope="col">{t('reform.areas.council')}</th>
                </tr>
              </thead>
              <tbody>
                {rows
                  .toSorted((a, b) => a.name.localeCompare(b.name, 'da'))
                  .map(({ code, name, before, after, council }) => (
                    <tr key={code}>
                      <th scope="row">{name}</th>
                      <td>{nameOf(before)}</td>
                      <td>{nameOf(after)}</td>
                      <td className={council === null ? 'muted' : ''}>{council ?? t('reform.areas.unknown')}</td>
                    </tr>
                  ))}
              </tbody>
            </table>
          </TableScroll>
        </div>
      )}
    </Panel>
  )
}
