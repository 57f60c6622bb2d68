import { useTranslation } from 'react-i18next'
import type { Answer } from '../../api.ts'
import { perInhabitantDecimals } from '../../format.ts'
import { Legend } from '../../map/Legend.tsx'
import { AreasNote } from './AreasNote.tsx'
import { CoverageExport } from './CoverageExport.tsx'
import { CoverageLegend } from './CoverageLegend.tsx'

/** Under the small map of the table view: what is selected, which row has focus, and the classes. */
export function SideLegend({
  answer,
  coverage,
  before,
  selected,
  focused,
  onOpen,
  onIsolate,
}: {
  readonly answer: Answer<'municipalities'>
  /** Coverage, while the map shows it. */
  readonly coverage: Answer<'coverage'> | undefined
  readonly before: Answer<'coverage'> | undefined
  readonly selected: string | null
  readonly focused: string | null
  readonly onOpen: () => void
  readonly onIsolate: (at: number | null) => void
}) {
  const { t } = useTranslation()
  const name = (code: string | null) => answer.rows.find((row) => row.code === code)?.name
  return (
    <div className="side-legend">
      {name(selected) !== undefined && (
        <div className="side-row">
          <Outline />
          <strong>{name(selected)}</strong>
          <span className="meta">{t('map.table.selected')}</span>
          <button type="button" className="link-button accent" onClick={onOpen}>
            {t('map.table.open')}
          </button>
        </div>
      )}
      {name(focused) !== undefined && (
        <div className="side-row">
          <Outline focus />
          <strong>{name(focused)}</strong>
          <span className="meta">{t('map.table.focused')}</span>
        </div>
      )}
      {coverage === undefined ? (
        <Legend {...capacityClasses(answer)} onIsolate={onIsolate} />
      ) : (
        <>
          <CoverageLegend answer={coverage} before={before} onIsolate={onIsolate} />
          <CoverageExport answer={coverage} before={before} />
        </>
      )}
      <AreasNote answer={answer} />
    </div>
  )
}

/** Classes of the capacity per inhabitant, as the legend shows them. */
function capacityClasses({ breaks, unit, rows }: Answer<'municipalities'>) {
  return {
    limits: breaks,
    decimals: perInhabitantDecimals(unit),
    hasUnknown: rows.some(({ per10000 }) => per10000 === null),
  }
}

function Outline({ focus = false }: { readonly focus?: boolean }) {
  return (
    <svg width={26} height={16} viewBox="0 0 26 16" aria-hidden="true">
      <rect className="edge" x={2} y={2} width={22} height={12} rx={2} />
      {focus && <rect className="ring" x={4} y={4} width={18} height={8} rx={1} />}
    </svg>
  )
}
