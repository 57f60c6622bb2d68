import { type KeyboardEvent, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CapBasis } from '#api/views/caps'
import { date } from '../../format.ts'
import { LongAnswer } from '../../parts/LongAnswer.tsx'
import { Panel } from '../../parts/Panel.tsx'
import { useLasting } from '../../parts/useLasting.ts'
import { useLanguage } from '../../text/i18n.ts'
import { AreaHead } from './AreaHead.tsx'
import { BoardCell, type GridFocus, MunicipalityCell, SumCell } from './BoardCell.tsx'
import { BoardLegend } from './BoardLegend.tsx'
import { type At, moved, summed } from './board.ts'
import type { CapArea, Caps } from './capsAnswer.ts'
import { GroupHeads } from './GroupHeads.tsx'
import type { CapsChoice } from './useCapsChoice.ts'
import { useCellWords } from './useCellWords.ts'
import { useMunicipalities } from './useMunicipalities.ts'

type Row =
  | { readonly kind: 'area'; readonly area: CapArea }
  | { readonly kind: 'municipality'; readonly code: string }
  | { readonly kind: 'sum' }

/** The board: areas by groups and families. A grid with one place that Tab reaches, arrows inside. */
export function Board({
  data,
  basis,
  group,
  choice,
  onChange,
}: {
  readonly data: Caps
  readonly basis: CapBasis
  /** The chosen group. */
  readonly group: string
  readonly choice: CapsChoice
  readonly onChange: (change: Partial<CapsChoice>) => void
}) {
  const { t } = useTranslation()
  const language = useLanguage()
  const words = useCellWords()
  const table = useRef<HTMLTableElement>(null)
  const [at, setAt] = useState<At>({ row: 1, column: 1 })
  const groups = [...data.groups].sort((a, b) => Number(a.kind === 'family') - Number(b.kind === 'family'))
  const singles = groups.filter(({ kind }) => kind === 'group').length
  const opened = data.areas.find(({ code }) => code === choice.opened)
  const figures = useMunicipalities(opened?.municipalities ?? [])
  const isLong = useLasting(figures.waiting)
  const rows: readonly Row[] = [
    ...data.areas.flatMap((area): Row[] => [
      { kind: 'area', area },
      ...(area === opened ? area.municipalities.map((code): Row => ({ kind: 'municipality', code })) : []),
    ]),
    ...(data.areas.length > 1 ? [{ kind: 'sum' } as const] : []),
  ]
  const size = { rows: rows.length + 1, columns: groups.length + 1 }
  const here = { row: Math.min(at.row, size.rows - 1), column: Math.min(at.column, size.columns - 1) }
  const focusOf = (row: number, column: number): GridFocus => ({
    tabIndex: row === here.row && column === here.column ? 0 : -1,
    'data-at': `${row}:${column}`,
    onFocus: () => setAt({ row, column }),
  })
  const press = (event: KeyboardEvent) => {
    const next = moved(here, event, size)
    if (next === null) return
    event.preventDefault()
    table.current?.querySelector<HTMLElement>(`[data-at="${next.row}:${next.column}"]`)?.focus()
  }
  const sumName = t(data.kind === 'region' ? 'caps.board.sumCountry' : 'caps.board.sum')
  const column = (at: number) => [at === singles ? 'family-first' : '', groups[at]?.id === group ? 'chosen' : '']
  return (
    <Panel
      title={t('caps.board.title')}
      aside={
        <span>
          {t('caps.board.sub', { date: date(data.at.effectiveOn, language), basis: t(`caps.basisLong.${basis}`) })}
        </span>
      }
      footer={
        <>
          <p>
            {t('caps.board.sumNote')} {opened !== undefined && t('caps.board.municipalityNote')}
          </p>
          <p className="caps-keys">{t('caps.board.keys')}</p>
        </>
      }
      className="caps-board"
    >
      <BoardLegend />
      {isLong && (
        <LongAnswer view="caps" preparing={t('caps.board.loading')} onCancel={() => onChange({ opened: undefined })} />
      )}
      <div className="table-scroll">
        {/* biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a table is what ARIA's grid pattern is made of. */}
        <table className="caps-grid" role="grid" aria-label={t('caps.board.title')} ref={table} onKeyDown={press}>
          <colgroup>
            <col className="caps-area-column" />
            {groups.map(({ id }, at) => (
              <col key={id} className={column(at).join(' ')} />
            ))}
          </colgroup>
          <GroupHeads groups={groups} chosen={group} focusOf={focusOf} onChoose={(id) => onChange({ group: id })} />
          <tbody>
            {rows.map((row, index) => (
              <tr key={keyOf(row)} className={`caps-row-${row.kind}`}>
                <AreaHead
                  row={row}
                  sumName={sumName}
                  isOpen={row.kind === 'area' && row.area === opened}
                  focus={focusOf(index + 1, 0)}
                  onToggle={(code) => onChange({ opened: code === choice.opened ? undefined : code })}
                />
                {groups.map(({ id }, at) => {
                  const focus = focusOf(index + 1, at + 1)
                  if (row.kind === 'area')
                    return (
                      <BoardCell
                        key={id}
                        area={row.area}
                        group={id}
                        basis={basis}
                        grandfathered={choice.grandfathered}
                        focus={focus}
                        onOpen={() => onChange({ group: id, proof: row.area.code })}
                      />
                    )
                  if (row.kind === 'municipality')
                    return (
                      <MunicipalityCell
                        key={id}
                        figures={figures.of.get(row.code) ?? 'loading'}
                        group={id}
                        basis={basis}
                        focus={focus}
                      />
                    )
                  const sum = summed(data.areas, id, basis)
                  return (
                    <SumCell
                      key={id}
                      sum={sum}
                      spoken={words.sum(sumName, id, sum)}
                      grandfathered={choice.grandfathered}
                      focus={focus}
                    />
                  )
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Panel>
  )
}

function keyOf(row: Row): string {
  if (row.kind === 'area') return `area ${row.area.code}`
  return row.kind === 'municipality' ? `municipality ${row.code}` : 'sum'
}
