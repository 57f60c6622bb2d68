import { useNavigate } from '@tanstack/react-router'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../parts/Button.tsx'
import { EmptyState } from '../../parts/EmptyState.tsx'
import { Panel } from '../../parts/Panel.tsx'
import { Segmented } from '../../parts/Segmented.tsx'
import { Switch } from '../../parts/Switch.tsx'
import { useLanguage } from '../../text/i18n.ts'
import { AgreementTable } from './AgreementTable.tsx'
import { AreaLegend } from './AreaLegend.tsx'
import { type Agreement, type Filter, filtered, type Riding } from './agreements.ts'
import { minHoursText } from './minHoursText.ts'
import { RidingMap } from './RidingMap.tsx'
import { useShown } from './useShown.ts'

/** The agreements as a table and on the map, with one selection and one hover for both. */
export function Ledger({ data, selected }: { readonly data: Riding; readonly selected: Agreement | null }) {
  const { t } = useTranslation()
  const language = useLanguage()
  const navigate = useNavigate({ from: '/ridefysioterapi' })
  const { rows, filter, sort } = useShown(data)
  const [hovered, setHovered] = useState<Agreement | null>(null)
  const [onMap, setOnMap] = useState<string | null>(null)
  const [counties, setCounties] = useState(false)
  const [by, setBy] = useState<'agreement' | 'therapist'>('agreement')
  const show = (
    change: Readonly<{ sel?: string | undefined; filter?: Exclude<Filter, 'all'> | undefined; sort?: string }>,
  ) => void navigate({ search: (was) => ({ ...was, ...change }), replace: true, resetScroll: false })
  useRevealed(selected)

  const focus = hovered ?? data.rows.find(({ school }) => school === onMap) ?? selected
  const ofTherapist = data.rows.filter(({ therapist }) => therapist === focus?.therapist)
  const looked = focus === null ? [] : by === 'therapist' ? ofTherapist : [focus]
  const hours = minHoursText(data.minHoursTenths, language)
  const segments = [
    { value: 'all' as const, word: t('riding.table.all') },
    { value: 'under-10' as const, word: t('riding.table.under', { hours }) },
    { value: 'open-case' as const, word: t('riding.table.withCase') },
    { value: 'undocumented' as const, word: t('riding.table.undocumented') },
  ]
  return (
    <div className="riding-main">
      <Panel
        title={t('riding.table.title')}
        className="flush riding-agreements"
        aside={
          <>
            {data.minHoursTenths !== null && <span className="riding-min">{t('riding.table.rule', { hours })}</span>}
            <Segmented
              label={t('riding.table.filter')}
              value={filter}
              onChange={(next) => show({ filter: next === 'all' ? undefined : next })}
              options={segments.map(({ value, word }) => ({
                value,
                label: `${word} ${filtered(data.rows, value).length}`,
              }))}
            />
          </>
        }
      >
        {rows.length === 0 ? (
          <EmptyState icon="diamond" title={t('riding.table.noneTitle')} text={t('riding.table.noneText')}>
            <Button onPress={() => show({ filter: undefined })}>{t('riding.table.showAll')}</Button>
          </EmptyState>
        ) : (
          <AgreementTable
            rows={rows}
            most={Math.max(...data.rows.map(({ hoursTenths }) => hoursTenths))}
            minHours={data.minHoursTenths}
            sort={sort}
            selected={selected}
            hovered={onMap}
            onSort={(text) => show({ sort: text })}
            onSelect={(row) => show({ sel: row.agreement === selected?.agreement ? undefined : row.agreement })}
            onHover={setHovered}
          />
        )}
      </Panel>
      <Panel
        title={t('riding.map.title')}
        className="flush riding-map-panel"
        aside={<Switch label={t('riding.map.counties')} on={counties} onChange={setCounties} />}
      >
        <RidingMap
          region={data.region}
          rows={data.rows}
          looked={looked}
          school={focus?.school ?? null}
          counties={counties}
          minHours={data.minHoursTenths}
          onHover={setOnMap}
          onPick={(school) => show({ sel: data.rows.find((row) => row.school === school)?.agreement })}
        />
        {ofTherapist.length > 1 && (
          <div className="area-by">
            <Segmented
              size="small"
              label={t('riding.map.by')}
              value={by}
              onChange={setBy}
              options={[
                { value: 'agreement', label: t('riding.map.byAgreement') },
                { value: 'therapist', label: t('riding.map.byTherapist') },
              ]}
            />
          </div>
        )}
        <AreaLegend row={focus} minHours={data.minHoursTenths} counties={counties} />
      </Panel>
    </div>
  )
}

/** Brings a newly selected agreement's row into sight, without moving focus. A link opens at the top of its page. */
function useRevealed(selected: Agreement | null): void {
  const id = selected?.agreement
  const before = useRef(id)
  useEffect(() => {
    if (id !== undefined && id !== before.current)
      document.getElementById(`agreement-${id}`)?.scrollIntoView({ block: 'nearest' })
    before.current = id
  }, [id])
}
