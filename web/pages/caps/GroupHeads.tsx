import { memo } from 'react'
import { useTranslation } from 'react-i18next'
import { number } from '../../format.ts'
import { useLanguage } from '../../text/i18n.ts'
import type { GridFocus } from './BoardCell.tsx'
import type { CapGroup } from './capsAnswer.ts'
import { useGroupName } from './useGroupName.ts'

/** The heads of the columns: single diagnoses, then families. Choosing one shows it on the map and in the checks. */
export const GroupHeads = memo(function GroupHeads({
  groups,
  chosen,
  focusOf,
  onChoose,
}: {
  readonly groups: readonly CapGroup[]
  readonly chosen: string
  readonly focusOf: (row: number, column: number) => GridFocus
  readonly onChoose: (id: string) => void
}) {
  const { t } = useTranslation()
  const nameOf = useGroupName()
  const families = groups.filter(({ kind }) => kind === 'family').length
  const singles = groups.length - families
  return (
    <thead>
      <tr className="caps-kinds">
        <td />
        {singles > 0 && (
          <th scope="colgroup" colSpan={singles}>
            <span>{t('caps.board.singles')}</span>
          </th>
        )}
        {families > 0 && (
          <th scope="colgroup" colSpan={families}>
            <span>{t('caps.board.families')}</span>
          </th>
        )}
      </tr>
      <tr>
        <th scope="col">
          <div className="caps-head" {...focusOf(0, 0)}>
            {t('caps.board.area')}
          </div>
        </th>
        {groups.map((group, at) => (
          <th key={group.id} scope="col">
            <button
              type="button"
              className="caps-head"
              aria-pressed={group.id === chosen}
              title={t('caps.board.choose', { group: nameOf(group.id) })}
              onClick={() => onChoose(group.id)}
              {...focusOf(0, at + 1)}
            >
              <strong>{nameOf(group.id)}</strong>
              <Size group={group} />
            </button>
          </th>
        ))}
      </tr>
    </thead>
  )
})

function Size({ group }: { readonly group: CapGroup }) {
  const { t } = useTranslation()
  const language = useLanguage()
  const text =
    group.kind === 'family'
      ? t('caps.board.members', { count: group.members.length })
      : group.prevalence === null
        ? t('caps.board.per100kUnknown')
        : t('caps.board.per100k', { value: number(group.prevalence.used, language, 1) })
  return <span className="cell-sub">{text}</span>
}
