import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { DiagnosisGroupId } from '#events/identifiers'
import { number } from '../../format.ts'
import { useCombobox } from '../../parts/useCombobox.ts'
import { useLanguage } from '../../text/i18n.ts'
import { type Choosable, groupsAndFamilies, groupsLike } from './groupsLike.ts'

/** The diagnosis group: type a part of its name in either language, or open the list. Each shows how large it is. */
export function GroupPicker({
  group,
  onChange,
}: {
  readonly group: DiagnosisGroupId
  readonly onChange: (group: DiagnosisGroupId) => void
}) {
  const { t } = useTranslation()
  const language = useLanguage()
  const id = useId()
  const [typedText, setTyped] = useState<string | null>(null)
  const chosen = groupsAndFamilies.find((one) => one.id === group)
  const hits = groupsLike(typedText ?? '')
  const { shown, list, typed, reopen, input, option } = useCombobox({
    hits,
    asked: true,
    onPick: (hit) => {
      setTyped(null)
      onChange(hit.id)
    },
    onLeave: () => setTyped(null),
  })
  const size = ({ persons, members }: Choosable) =>
    members !== null
      ? t('coverage.optionFamily', { count: members })
      : persons === null
        ? t('coverage.optionUnknown')
        : t('coverage.option', { persons: number(persons, language) })
  return (
    <div className="group-picker">
      <label htmlFor={id}>{t('coverage.group')}</label>
      <div className="pick">
        <input
          {...input}
          id={id}
          type="text"
          placeholder={t('coverage.groupFind')}
          value={typedText ?? chosen?.words[language] ?? group}
          onFocus={(event) => event.target.select()}
          onClick={reopen}
          onChange={(event) => {
            setTyped(event.target.value)
            typed()
          }}
          onBlur={() => {
            setTyped(null)
            input.onBlur()
          }}
        />
        {chosen !== undefined && typedText === null && <span className="meta">{size(chosen)}</span>}
        <div id={list} role="listbox" aria-label={t('coverage.groupFind')} className="pick-list" hidden={!shown}>
          {hits.map((hit, index) => (
            <div key={hit.id} {...option(index)} className="pick-item">
              <span className="cell-main">{hit.words[language]}</span>
              <span className="meta">{size(hit)}</span>
            </div>
          ))}
          {hits.length === 0 && <p className="pick-none">{t('coverage.groupNone')}</p>}
        </div>
      </div>
    </div>
  )
}
