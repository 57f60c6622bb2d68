import { memo } from 'react'
import { useTranslation } from 'react-i18next'
import { number, signed } from '../../format.ts'
import { VerdictIcon } from '../../parts/Verdict.tsx'
import { useLanguage } from '../../text/i18n.ts'
import type { GridFocus } from '../caps/BoardCell.tsx'
import type { ColumnSum } from './matrix.ts'

/** A column's sum: documented, caps, how the caps' sum differs from A, and all that is over by area. */
export const SumView = memo(function SumView({
  documented,
  cap,
  before,
  over,
  focus,
}: ColumnSum & { readonly focus: GridFocus }) {
  const { t } = useTranslation()
  const language = useLanguage()
  const by = cap === null || before === null ? 0 : cap - before
  return (
    <td>
      <div className="cap-cell" {...focus}>
        <span className="cap-line">
          <strong>{number(documented, language)}</strong>
          <span className="cap-of">
            {' / '}
            {cap === null ? <span className="told-unknown">{t('caps.board.unknownCap')}</span> : number(cap, language)}
          </span>{' '}
          {by !== 0 && <span className={`lab-change ${by < 0 ? 'is-less' : 'is-more'}`}>{signed(by, language)}</span>}
        </span>
        {over > 0 && (
          <span className="cap-over tone-breach">
            <VerdictIcon outcome="breach" size={14} />
            {t('caps.board.over', { count: over })}
          </span>
        )}
      </div>
    </td>
  )
})
