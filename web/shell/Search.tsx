import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { type KeyboardEvent, useDeferredValue, useId, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type Answer, viewQuery } from '../api.ts'
import { Icon } from '../parts/Icon.tsx'
import { useMoment } from '../time/moment.ts'
import { useKey } from './keys.ts'

type Hit = Answer<'search'>['hits'][number]
const kinds = ['municipality', 'clinic', 'ridingSchool', 'provider', 'case', 'town'] as const

/** Search by name or number: a combobox whose results are grouped by kind; arrows choose, Enter opens, Esc leaves. */
export function Search() {
  const { t } = useTranslation()
  const id = useId()
  const input = useRef<HTMLInputElement>(null)
  const [text, setText] = useState('')
  const [open, setOpen] = useState(false)
  const [at, setAt] = useState(0)
  const q = useDeferredValue(text.trim())
  const { params } = useMoment()
  const { data } = useQuery({
    ...viewQuery('search', { ...params, q }),
    enabled: q !== '',
    placeholderData: keepPreviousData,
  })
  const goTo = useOpenHit()
  const hits = q === '' ? [] : kinds.flatMap((kind) => (data?.hits ?? []).filter((hit) => hit.kind === kind))
  const shown = open && q !== '' && data !== undefined
  useKey('/', () => input.current?.focus())

  const choose = (hit: Hit | undefined) => {
    if (hit === undefined) return
    goTo(hit)
    setOpen(false)
    setText('')
    input.current?.blur()
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape') {
      setOpen(false)
      if (text === '') input.current?.blur()
      setText('')
    } else if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault()
      const step = event.key === 'ArrowDown' ? 1 : -1
      setAt((was) => (was + step + hits.length) % Math.max(hits.length, 1))
    } else if (event.key === 'Enter') choose(hits[at])
  }
  return (
    <search className="search">
      <label className="search-field">
        <Icon name="search" />
        <span className="visually-hidden">{t('shell.search.label')}</span>
        <input
          ref={input}
          type="text"
          role="combobox"
          autoComplete="off"
          spellCheck={false}
          aria-expanded={shown}
          aria-controls={`${id}-list`}
          aria-autocomplete="list"
          aria-activedescendant={shown && hits.length > 0 ? `${id}-${at}` : undefined}
          placeholder={t('shell.search.label')}
          value={text}
          onChange={(event) => {
            setText(event.target.value)
            setAt(0)
            setOpen(true)
          }}
          onFocus={() => setOpen(true)}
          onBlur={() => setOpen(false)}
          onKeyDown={onKeyDown}
        />
        <kbd title={t('shell.search.shortcut')}>/</kbd>
      </label>
      <div className="search-results" hidden={!shown}>
        <div role="listbox" id={`${id}-list`} aria-label={t('shell.search.results')}>
          {kinds.map((kind) => {
            const group = hits.filter((hit) => hit.kind === kind)
            return group.length === 0 ? null : (
              // biome-ignore lint/a11y/useSemanticElements: a group of options inside a listbox has no element of its own
              <div key={kind} role="group" aria-labelledby={`${id}-${kind}`}>
                <div className="search-group" id={`${id}-${kind}`}>
                  {t(`shell.search.kind.${kind}`)}
                </div>
                {group.map((hit) => {
                  const index = hits.indexOf(hit)
                  return (
                    // biome-ignore lint/a11y/useFocusableInteractive: the combobox keeps focus, `aria-activedescendant` points here
                    // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are the combobox's
                    <div
                      key={hit.id}
                      id={`${id}-${index}`}
                      role="option"
                      aria-selected={index === at}
                      // The field must keep focus until the click has been handled.
                      onMouseDown={(event) => event.preventDefault()}
                      onClick={() => choose(hit)}
                    >
                      <span>{hit.title}</span>
                      <span className="meta">{hit.detail}</span>
                    </div>
                  )
                })}
              </div>
            )
          })}
        </div>
        {shown && hits.length === 0 && <p className="search-none">{t('shell.search.none', { query: q })}</p>}
      </div>
      <span className="visually-hidden" aria-live="polite">
        {shown ? t('shell.search.count', { count: hits.length }) : ''}
      </span>
    </search>
  )
}

/** Opens what was found: places on the map, cases on their page. */
function useOpenHit(): (hit: Hit) => void {
  const navigate = useNavigate()
  return (hit) => {
    if (hit.kind === 'case') {
      void navigate({ to: '/sager/$case', params: { case: hit.id } })
      return
    }
    const sel = { clinic: `clinic:${hit.id}`, ridingSchool: `school:${hit.id}`, municipality: hit.id }[
      hit.kind as string
    ]
    void navigate({
      to: '/kort',
      search: (was) => ({ ...was, ...(sel === undefined ? {} : { sel }) }),
    })
  }
}
