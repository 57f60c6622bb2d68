import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { capacity, date, none } from '../../format.ts'
import { useAreaNames } from '../../parts/areaNames.ts'
import { VerdictIcon } from '../../parts/Verdict.tsx'
import { useLanguage } from '../../text/i18n.ts'
import { useWords } from '../../text/words.ts'
import { AreaSymbol } from './AreaSymbol.tsx'
import type { Agreement } from './agreements.ts'
import { HoursBar } from './HoursBar.tsx'
import { minHoursText } from './minHoursText.ts'
import { useAreaWords } from './useAreaWords.ts'

/** One agreement. Its first cell holds the button that selects it; the whole row answers to the pointer. */
export function AgreementRow({
  row,
  therapist,
  most,
  minHours,
  isSelected,
  isHovered,
  onSelect,
  onHover,
}: {
  readonly row: Agreement
  /** What to call the therapist: the name where the reader may know it, else the reference. */
  readonly therapist: string
  readonly most: number
  readonly minHours: number | null
  readonly isSelected: boolean
  readonly isHovered: boolean
  readonly onSelect: () => void
  readonly onHover: (on: boolean) => void
}) {
  const { t } = useTranslation()
  const language = useLanguage()
  const names = useAreaNames()
  const words = useWords()
  const areaWords = useAreaWords()
  const state = isSelected ? 'selected' : isHovered ? 'hovered' : ''
  return (
    // The button in the first cell is the keyboard's way.
    <tr
      id={`agreement-${row.agreement}`}
      className={state}
      onClick={onSelect}
      onMouseEnter={() => onHover(true)}
      onMouseLeave={() => onHover(false)}
    >
      <th scope="row">
        <button
          type="button"
          className="row-button"
          aria-pressed={isSelected}
          onFocus={() => onHover(true)}
          onBlur={() => onHover(false)}
        >
          {row.schoolName} <span className="row-place">{names.municipality(row.municipality)}</span>
        </button>
        {!row.approved && <span className="cell-sub warn">{t('riding.table.notApproved')}</span>}
      </th>
      <td>
        {row.clinicName === null && row.provider === null ? (
          <span className="row-place">{t('riding.table.noProvider')}</span>
        ) : (
          <>
            {row.clinicName ?? none} <span className="row-place">{row.provider}</span>
          </>
        )}
        {therapist !== row.therapist && <span className="cell-sub">{therapist}</span>}
      </td>
      <td className="nowrap">{date(row.accessionDate, language)}</td>
      <td className="hours-cell">
        <HoursBar row={row} most={most} minHours={minHours} />
        <span className="hours-value">{capacity(row.hoursTenths, 'hoursTenths', language)}</span>
      </td>
      <td>
        <MinHours row={row} minHours={minHours} />
      </td>
      <td>
        <span className="area-words">
          <AreaSymbol area={row.area} />
          {areaWords(row.area)}
        </span>
      </td>
      <td className="nowrap">
        {t(`riding.table.statusWord.${row.status}`)}
        {row.status !== 'started' && (
          <span className="cell-sub">{t('riding.table.since', { date: date(row.from, language) })}</span>
        )}
      </td>
      <td>
        {row.openCases.length === 0
          ? none
          : row.openCases.map((one) => (
              <span key={one.case} className="case-cell">
                <Link
                  to="/sager/$case"
                  params={{ case: one.case }}
                  className="case-link"
                  onClick={(event) => event.stopPropagation()}
                >
                  {one.number}
                </Link>
                <span className="cell-sub">{words.type(one.type)}</span>
              </span>
            ))}
      </td>
    </tr>
  )
}

/** R-17 in words. It is a recommendation: what falls short is said, and blocks nothing. */
function MinHours({ row, minHours }: { readonly row: Agreement; readonly minHours: number | null }) {
  const { t } = useTranslation()
  const language = useLanguage()
  if (minHours === null || row.minHours === 'not-applicable')
    return <span className="muted">{t('riding.table.notJudged')}</span>
  if (row.shortTenths === 0)
    return (
      <span className="verdict-words tone-ok">
        <VerdictIcon outcome="pass" size={16} />
        {t('riding.table.met')}
      </span>
    )
  const hours = minHoursText(minHours, language)
  return (
    <>
      <span className="verdict-words tone-under">
        <svg className="under-icon" viewBox="0 0 16 16" width={16} height={16} aria-hidden="true">
          <path d="M8 1.5 14.5 8 8 14.5 1.5 8Z" />
          <path className="half" d="M1.5 8h13L8 14.5Z" />
        </svg>
        {t('riding.table.underTen', { hours })}
      </span>
      <span className="cell-sub">
        {t('riding.table.short', { hours: capacity(row.shortTenths, 'hoursTenths', language) })}
      </span>
    </>
  )
}
