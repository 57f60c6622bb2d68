import { useTranslation } from 'react-i18next'
import { signed } from '../../format.ts'
import { Icon } from '../../parts/Icon.tsx'
import { VerdictIcon } from '../../parts/Verdict.tsx'
import { useLanguage } from '../../text/i18n.ts'
import { useGroupName } from '../caps/useGroupName.ts'
import { deviationsOf, type Matrix, type MatrixCell } from './matrix.ts'

/** What sticks out most, always in sight; a press leads to its cell. */
export function DeviationBar({
  matrix,
  nameOf,
  onGo,
}: {
  readonly matrix: Matrix
  /** Name of an area by its code. */
  readonly nameOf: (area: string) => string
  readonly onGo: (cell: MatrixCell) => void
}) {
  const { t } = useTranslation()
  const language = useLanguage()
  const groupName = useGroupName()
  const { over, fromTarget } = deviationsOf(matrix.values())
  const of = ({ area, group }: MatrixCell) => ({ area: nameOf(area), group: groupName(group) })
  return (
    <div className="deviations">
      <span className="deviations-title">{t('laboratory.matrix.deviation')}</span>
      {over === null && fromTarget === null && <span>{t('laboratory.matrix.noDeviation')}</span>}
      {over !== null && (
        <button type="button" className="deviation" onClick={() => onGo(over.cell)}>
          <VerdictIcon outcome="breach" size={14} />
          {t('laboratory.matrix.overBy', { count: over.by, ...of(over.cell) })}
        </button>
      )}
      {fromTarget !== null && (
        <button type="button" className="deviation" onClick={() => onGo(fromTarget.cell)}>
          <Icon name="chart" size={14} />
          {t('laboratory.matrix.target', { by: signed(fromTarget.by, language, 1), ...of(fromTarget.cell) })}
        </button>
      )}
    </div>
  )
}
