import { lazy, memo, Suspense, useDeferredValue, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { Awaited } from '../../parts/Awaited.tsx'
import { Panel } from '../../parts/Panel.tsx'
import { Segmented } from '../../parts/Segmented.tsx'
import type { CapArea } from '../caps/capsAnswer.ts'
import { useGroupName } from '../caps/useGroupName.ts'
import { ComparisonFigures } from './ComparisonFigures.tsx'
import { ComparisonTable } from './ComparisonTable.tsx'
import type { Matrix } from './matrix.ts'
import type { Scenario } from './scenarioAnswer.ts'
import type { ScenarioEditing } from './scenarioEditing.ts'
import { compared, useComparison } from './useComparison.ts'
import type { LaboratoryChoice, MapShows, MapSide } from './useLaboratoryChoice.ts'
import { useEditState } from './useScenarioEditing.ts'

const CapSidesMap = lazy(() => import('./CapSidesMap.tsx').then((part) => ({ default: part.CapSidesMap })))
const ComparisonMap = lazy(() => import('./ComparisonMap.tsx').then((part) => ({ default: part.ComparisonMap })))

/** A against B for the chosen group: figures, and a map of A, B or the difference. Stale figures are dotted. */
export const ComparisonPanel = memo(function ComparisonPanel({
  scenario,
  compare,
  region,
  editing,
  group,
  isFamily,
  areas,
  matrix,
  overA,
  overB,
  shows,
  side,
  focused,
  onChange,
  onPick,
}: {
  readonly scenario: Scenario
  /** The scenario that is A; undefined for the register. */
  readonly compare: string | undefined
  readonly region: string | null
  readonly editing: ScenarioEditing
  readonly group: string
  readonly isFamily: boolean
  readonly areas: readonly CapArea[]
  readonly matrix: Matrix
  /** Physiotherapists above the known caps of the matrix, before and now; null where no cap is known. */
  readonly overA: number | null
  readonly overB: number | null
  readonly shows: MapShows
  readonly side: MapSide
  /** Municipality of the row that has the focus, when it is one. */
  readonly focused: string | null
  readonly onChange: (change: Partial<LaboratoryChoice>) => void
  readonly onPick: (municipality: string) => void
}) {
  const { t } = useTranslation()
  const groupName = useGroupName()
  const busy = useEditState(editing, 'busy')
  const { data, error, isFetching, refetch } = useComparison(scenario, compare, group, region, !isFamily)
  const held = useMemo(() => (data === undefined ? undefined : compared(data)), [data])
  // The cell and its colour on the map come first.
  const stale = useDeferredValue(busy || isFetching)
  const { note } = scenario
  return (
    <Panel
      title={t('laboratory.comparison.title', { group: groupName(group) })}
      aside={
        stale ? (
          <span className="lab-again">
            <span className="spinner" aria-hidden="true" /> {t('laboratory.comparison.again')}
          </span>
        ) : undefined
      }
      className="flush lab-comparison"
      footer={
        <>
          <p>{stale ? t('laboratory.comparison.stale') : t('laboratory.comparison.assumption')}</p>
          {note !== null && <p>{t('laboratory.comparison.note', { note })}</p>}
        </>
      }
    >
      {isFamily ? (
        <p className="panel-note lab-pad">{t('laboratory.comparison.family')}</p>
      ) : held === undefined ? (
        <Awaited rows={4} error={error} onRetry={() => void refetch()} />
      ) : (
        <>
          <ComparisonFigures compared={held} overA={overA} overB={overB} stale={stale} />
          {!held.sameBase && <p className="panel-note lab-pad">{t('laboratory.comparison.otherBase')}</p>}
        </>
      )}
      <div className="lab-map-side">
        {!isFamily && (
          <Segmented
            size="small"
            label={t('laboratory.places.label')}
            value={shows}
            options={(['caps', 'coverage'] as const).map((value) => ({
              value,
              label: t(`laboratory.places.shows.${value}`),
            }))}
            onChange={(value) => onChange({ shows: value })}
          />
        )}
        <Segmented
          size="small"
          label={t('laboratory.comparison.mapLabel')}
          value={side}
          options={[
            ...(['a', 'b', 'difference'] as const).map((value) => ({
              value,
              label: t(`laboratory.comparison.${value}`),
            })),
            { value: 'both' as const, label: t('scenarios.sides.both') },
          ]}
          onChange={(map) => onChange({ map })}
        />
      </div>
      <Suspense fallback={<div className="caps-map-frame" />}>
        {shows === 'caps' ? (
          <CapSidesMap asOf={scenario.asOf} {...{ areas, matrix, group, side, focused, onPick }} />
        ) : (
          held !== undefined && (
            <ComparisonMap asOf={scenario.asOf} {...{ compared: held, group, side, focused, onPick }} />
          )
        )}
      </Suspense>
      {shows === 'coverage' && held !== undefined && <ComparisonTable compared={held} group={group} onPick={onPick} />}
    </Panel>
  )
})
