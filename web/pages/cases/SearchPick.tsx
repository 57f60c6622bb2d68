import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type Answer, viewQuery } from '../../api.ts'
import { Field } from '../../parts/Field.tsx'
import { useCombobox } from '../../parts/useCombobox.ts'
import { useMoment } from '../../time/moment.ts'

type Hit = Answer<'search'>['hits'][number]

/** Letters from which a search is worth asking. */
const FROM = 2

/** A field that searches the register while one types, and gives the hit that was chosen. */
export function SearchPick({
  id,
  label,
  mark,
  hint,
  kind,
  none,
  error,
  onPick,
}: {
  readonly id?: string
  readonly label: string
  readonly mark?: string | undefined
  readonly hint?: string | undefined
  readonly kind: Hit['kind']
  /** What stands in the list when nothing is found. */
  readonly none: string
  readonly error?: string | undefined
  readonly onPick: (hit: Hit) => void
}) {
  const { t } = useTranslation()
  const { params } = useMoment()
  const [q, setQ] = useState('')
  const text = q.trim()
  const { data } = useQuery({
    ...viewQuery('search', { ...params, q: text }),
    enabled: text.length >= FROM,
    placeholderData: (was) => was,
  })
  const hits = text.length < FROM ? [] : (data?.hits ?? []).filter((hit) => hit.kind === kind)
  const { shown, list, typed, input, option } = useCombobox({
    hits,
    asked: text.length >= FROM,
    onPick: (hit) => {
      setQ('')
      onPick(hit)
    },
  })
  return (
    <Field
      {...(id === undefined ? {} : { id })}
      label={label}
      mark={mark}
      hint={hint}
      error={error}
      className="search-pick"
    >
      {(props) => (
        <div className="pick">
          <input
            {...props}
            {...input}
            type="text"
            value={q}
            onChange={(event) => {
              setQ(event.target.value)
              typed()
            }}
          />
          <div id={list} role="listbox" aria-label={label} className="pick-list" hidden={!shown || hits.length === 0}>
            {hits.map((hit, index) => (
              <div key={hit.id} {...option(index)} className="pick-item">
                <span className="cell-main">{hit.title}</span>
                <span className="cell-sub">{hit.detail}</span>
              </div>
            ))}
          </div>
          {shown && hits.length === 0 && (
            <p className="pick-list pick-none" role="status">
              {data === undefined ? t('shell.state.loading') : none}
            </p>
          )}
        </div>
      )}
    </Field>
  )
}
