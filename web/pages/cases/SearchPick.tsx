import { useQuery } from '@tanstack/react-query'
import { type KeyboardEvent, useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type Answer, viewQuery } from '../../api.ts'
import { Field } from '../../parts/Field.tsx'
import { useMoment } from '../../time/moment.ts'

type Hit = Answer<'search'>['hits'][number]

/** Letters from which a search is worth asking. */
const FROM = 2

/**
 * A field that searches the register while one types, and gives the hit that was chosen (ARIA authoring practices,
 * editable combobox with list autocomplete). Arrows move, Enter chooses, Esc closes.
 */
export function SearchPick({
  id,
  label,
  hint,
  kind,
  none,
  error,
  onPick,
}: {
  readonly id?: string
  readonly label: string
  readonly hint?: string
  readonly kind: Hit['kind']
  /** What stands in the list when nothing is found. */
  readonly none: string
  readonly error?: string | undefined
  readonly onPick: (hit: Hit) => void
}) {
  const { t } = useTranslation()
  const { params } = useMoment()
  const list = useId()
  const [q, setQ] = useState('')
  const [open, setOpen] = useState(false)
  const [at, setAt] = useState(-1)
  const text = q.trim()
  const { data } = useQuery({
    ...viewQuery('search', { ...params, q: text }),
    enabled: text.length >= FROM,
    placeholderData: (was) => was,
  })
  const hits = text.length < FROM ? [] : (data?.hits ?? []).filter((hit) => hit.kind === kind)
  const isShown = open && text.length >= FROM
  const pick = (hit: Hit | undefined) => {
    if (hit === undefined) return
    setQ('')
    setOpen(false)
    onPick(hit)
  }
  const press = (event: KeyboardEvent) => {
    if (event.key === 'Escape' && isShown) {
      event.preventDefault()
      return setOpen(false)
    }
    if (event.key === 'Enter' && isShown) {
      event.preventDefault()
      return pick(hits[at])
    }
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (step === undefined) return
    event.preventDefault()
    setOpen(true)
    setAt((was) => (hits.length === 0 ? -1 : (Math.max(was, step === 1 ? -1 : 0) + step + hits.length) % hits.length))
  }
  return (
    <Field {...(id === undefined ? {} : { id })} label={label} hint={hint} error={error} className="search-pick">
      {(props) => (
        <div className="pick">
          <input
            {...props}
            type="text"
            role="combobox"
            autoComplete="off"
            aria-autocomplete="list"
            aria-expanded={isShown}
            aria-controls={list}
            aria-activedescendant={isShown && at >= 0 ? `${list}-${at}` : undefined}
            value={q}
            onChange={(event) => {
              setQ(event.target.value)
              setOpen(true)
              setAt(-1)
            }}
            onKeyDown={press}
            onBlur={() => setOpen(false)}
          />
          <div id={list} role="listbox" aria-label={label} className="pick-list" hidden={!isShown || hits.length === 0}>
            {hits.map((hit, index) => (
              // The options are walked from the field itself, which keeps the focus.
              // biome-ignore lint/a11y/useKeyWithClickEvents: see above
              <div
                key={hit.id}
                id={`${list}-${index}`}
                role="option"
                tabIndex={-1}
                aria-selected={index === at}
                className="pick-item"
                onMouseDown={(event) => event.preventDefault()}
                onClick={() => pick(hit)}
              >
                <span className="cell-main">{hit.title}</span>
                <span className="cell-sub">{hit.detail}</span>
              </div>
            ))}
          </div>
          {isShown && hits.length === 0 && (
            <p className="pick-list pick-none" role="status">
              {data === undefined ? t('shell.state.loading') : none}
            </p>
          )}
        </div>
      )}
    </Field>
  )
}
