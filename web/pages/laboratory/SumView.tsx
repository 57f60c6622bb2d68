import { useTranslation } from 'react-i18next'
import { number, signed } from '../../format.ts'
import { VerdictIcon } from '../../parts/Verdict.tsx'
import { useLanguage } from '../../text/i18n.ts'
import type { GridFocus } from '../caps/BoardCell.tsx'
import { columnSum, type Matrix } from './matrix.ts'

/** A column's sum: documented, caps, how the caps' sum differs from A, and all that is over by area. */
export function SumView({
  matrix,
  group,
  focus,
}: {
  readonly matrix: Matrix
  readonly group: string
  readonly focus: GridFocus
}) {
  const { t } = useTranslation()
  const language = useLanguage()
  const sum = columnSum([...matrix.values()].filter((cell) => cell.group === group))
  const by = sum.cap === null || sum.before === null ? 0 : sum.cap - sum.before
  return (
    <td>
      <div className="cap-cell" {...focus}>
        <span className="cap-line">
          <strong>{number(sum.documented, language)}</strong>
          <span className="cap-of">
            {' / '}
            {sum.cap === null ? (
              <span className="told-unknown">{t('caps.board.unknownCap')}</span>
            ) : (
              number(sum.cap, language)
            )}
          </span>{' '}
          {by !== 0 && <span className={`lab-change ${by < 0 ? 'is-less' : 'is-more'}`}>{signed(by, language)}</span>}
        </span>
        {sum.over > 0 && (
          <span className="cap-over tone-breach">
            <VerdictIcon outcome="breach" size={14} />
            {t('caps.board.over', { count: sum.over })}
          </span>
        )}
      </div>
    </td>
  )
}
