import { lazy, memo, Suspense } from 'react'
import { useTranslation } from 'react-i18next'
import { number, percent, signed } from '../../format.ts'
import { Failed } from '../../parts/Failed.tsx'
import { Panel } from '../../parts/Panel.tsx'
import { Segmented } from '../../parts/Segmented.tsx'
import { Skeleton } from '../../parts/Skeleton.tsx'
import { useLanguage } from '../../text/i18n.ts'
import type { CapArea } from '../caps/capsAnswer.ts'
import { useGroupName } from '../caps/useGroupName.ts'
import { ComparisonTable } from './ComparisonTable.tsx'
import type { Matrix } from './matrix.ts'
import type { Compared, ComparedFigure } from './useComparison.ts'
import type { LaboratoryChoice, MapShows, MapSide } from './useLaboratoryChoice.ts'

const CapSidesMap = lazy(() => import('./CapSidesMap.tsx').then((part) => ({ default: part.CapSidesMap })))
const ComparisonMap = lazy(() => import('./ComparisonMap.tsx').then((part) => ({ default: part.ComparisonMap })))

/** A against B for the chosen group: figures, and a map of A, B or the difference. Stale figures are dotted. */
export function ComparisonPanel({
  group,
  isFamily,
  areas,
  matrix,
  compared,
  stale,
  error,
  shows,
  side,
  note,
  focused,
  onChange,
  onRetry,
  onPick,
}: {
  readonly group: string
  readonly isFamily: boolean
  readonly areas: readonly CapArea[]
  readonly matrix: Matrix
  /** Undefined until there is an answer. */
  readonly compared: Compared | undefined
  readonly stale: boolean
  readonly error: unknown
  readonly shows: MapShows
  readonly side: MapSide
  readonly note: string | null
  /** Municipality of the row that has the focus, when it is one. */
  readonly focused: string | null
  readonly onChange: (change: Partial<LaboratoryChoice>) => void
  readonly onRetry: () => void
  readonly onPick: (municipality: string) => void
}) {
  const { t } = useTranslation()
  const groupName = useGroupName()
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
      ) : error !== null && compared === undefined ? (
        <Failed error={error} onRetry={onRetry} />
      ) : compared === undefined ? (
        <Skeleton rows={6} />
      ) : (
        <>
          <Figures compared={compared} stale={stale} />
          {!compared.sameBase && <p className="panel-note lab-pad">{t('laboratory.comparison.otherBase')}</p>}
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
          <CapSidesMap {...{ areas, matrix, group, side, focused, onPick }} />
        ) : (
          compared !== undefined && <ComparisonMap {...{ compared, group, side, focused, onPick }} />
        )}
      </Suspense>
      {shows === 'coverage' && compared !== undefined && (
        <ComparisonTable compared={compared} group={group} onPick={onPick} />
      )}
    </Panel>
  )
}

const Figures = memo(function Figures({ compared, stale }: { readonly compared: Compared; readonly stale: boolean }) {
  const { t } = useTranslation()
  const say = useFigureWords()
  const of = { max: compared.max, unit: t(`laboratory.comparison.${compared.unit}`) }
  return (
    <table className={`table lab-figures ${stale ? 'is-stale' : ''}`}>
      <caption className="visually-hidden">{t('laboratory.comparison.figure')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('laboratory.comparison.figure')}</th>
          <th scope="col" className="num">
            {t('laboratory.comparison.a')}
          </th>
          <th scope="col" className="num">
            {t('laboratory.comparison.b')}
          </th>
          <th scope="col" className="num">
            {t('laboratory.comparison.difference')}
          </th>
        </tr>
      </thead>
      <tbody>
        {compared.figures.map((figure) => (
          <tr key={figure.figure}>
            <th scope="row">{t(`laboratory.comparison.${figure.figure}`, of)}</th>
            <td className="num">{say.value(figure, figure.a)}</td>
            <td className="num lab-now">{say.value(figure, figure.b)}</td>
            <td className={`num ${betterClass(figure)}`}>{say.difference(figure)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
})

/** Figures of which more is better; of the others less is, and of the number of specialists neither. */
const moreIsBetter = new Set<ComparedFigure['figure']>(['coveredShare', 'coveredPeople'])

function betterClass({ figure, a, b }: ComparedFigure): string {
  if (a === null || b === null || a === b || figure === 'specialists') return ''
  return b > a === moreIsBetter.has(figure) ? 'lab-better' : 'lab-worse'
}

function useFigureWords() {
  const { t } = useTranslation()
  const language = useLanguage()
  const decimals = { share: 1, people: 0, minutes: 1, km: 1, count: 0 } as const
  const unit = ({ unit }: ComparedFigure) =>
    unit === 'minutes' || unit === 'km' ? `\u00A0${t(`laboratory.comparison.${unit}`)}` : ''
  return {
    value: (figure: ComparedFigure, value: number | null) =>
      value === null
        ? t('caps.told.unknown')
        : figure.unit === 'share'
          ? percent(value, language)
          : `${number(value, language, decimals[figure.unit])}${unit(figure)}`,
    difference: (figure: ComparedFigure) => {
      const { a, b } = figure
      if (a === null || b === null) return t('caps.told.unknown')
      return figure.unit === 'share'
        ? t('laboratory.comparison.points', { value: signed((b - a) * 100, language, 1) })
        : `${signed(b - a, language, decimals[figure.unit])}${unit(figure)}`
    },
  }
}
