import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useDeferredValue, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type Answer, viewQuery } from '../api.ts'
import { Icon } from '../parts/Icon.tsx'
import { useCombobox } from '../parts/useCombobox.ts'
import { useMoment } from '../time/moment.ts'
import { useKey } from './keys.ts'

type Found = Answer<'search'>['hits'][number]
/** What can be opened: what the service found, or a page that no menu has room for. */
type Hit = Pick<Found, 'id' | 'title' | 'detail' | 'clinic'> & { readonly kind: Found['kind'] | 'page' }
const kinds = [
  'municipality',
  'clinic',
  'ridingSchool',
  'provider',
  'case',
  'ruling',
  'meeting',
  'hearing',
  'town',
  'page',
] as const

/** Search by name or number: a combobox whose results are grouped by kind; arrows choose, Enter opens, Esc leaves. */
export function Search() {
  const { t } = useTranslation()
  const input = useRef<HTMLInputElement>(null)
  const [text, setText] = useState('')
  const q = useDeferredValue(text.trim())
  const { params } = useMoment()
  const { data } = useQuery({
    ...viewQuery('search', { ...params, q }),
    enabled: q !== '',
    placeholderData: keepPreviousData,
  })
  const goTo = useOpenHit()
  const pages = usePages(q)
  const found: readonly Hit[] = [...(data?.hits ?? []), ...pages]
  const hits = q === '' ? [] : kinds.flatMap((kind) => found.filter((hit) => hit.kind === kind))
  const box = useCombobox({
    hits,
    asked: q !== '' && data !== undefined,
    onPick: (hit) => {
      goTo(hit)
      setText('')
      input.current?.blur()
    },
    onLeave: () => {
      if (text === '') input.current?.blur()
      setText('')
    },
  })
  useKey('/', () => input.current?.focus())
  return (
    <search className="search">
      <label className="search-field">
        <Icon name="search" />
        <span className="visually-hidden">{t('shell.search.label')}</span>
        <input
          ref={input}
          type="text"
          {...box.input}
          spellCheck={false}
          placeholder={t('shell.search.label')}
          value={text}
          onChange={(event) => {
            setText(event.target.value)
            box.typed()
          }}
          onFocus={box.reopen}
        />
        <kbd title={t('shell.search.shortcut')}>/</kbd>
      </label>
      <div className="search-results" hidden={!box.shown}>
        <div role="listbox" id={box.list} aria-label={t('shell.search.results')}>
          {kinds.map((kind) => {
            const group = hits.filter((hit) => hit.kind === kind)
            return group.length === 0 ? null : (
              // biome-ignore lint/a11y/useSemanticElements: a group of options inside a listbox has no element of its own
              <div key={kind} role="group" aria-labelledby={`${box.list}-${kind}`}>
                <div className="search-group" id={`${box.list}-${kind}`}>
                  {t(`shell.search.kind.${kind}`)}
                </div>
                {group.map((hit) => (
                  <div key={`${hit.id} ${hit.title}`} {...box.option(hits.indexOf(hit))}>
                    <span>{hit.title}</span>
                    <span className="meta">{hit.detail}</span>
                  </div>
                ))}
              </div>
            )
          })}
        </div>
        {box.shown && hits.length === 0 && <p className="search-none">{t('shell.search.none', { query: q })}</p>}
      </div>
      <span className="visually-hidden" aria-live="polite">
        {box.shown ? t('shell.search.count', { count: hits.length }) : ''}
      </span>
    </search>
  )
}

/** Pages by their name, where they are not in the menu. */
function usePages(q: string): readonly Hit[] {
  const { t } = useTranslation()
  const wanted = q.toLocaleLowerCase('da')
  const named = [{ id: '/reform', title: t('reform.short'), detail: t('reform.title') }]
  return named
    .filter(({ title, detail }) => `${title} ${detail}`.toLocaleLowerCase('da').includes(wanted))
    .map((page) => ({ ...page, kind: 'page', clinic: null }))
}

/** Opens what was found: places on the map, cases and pages by themselves. */
function useOpenHit(): (hit: Hit) => void {
  const navigate = useNavigate()
  return (hit) => {
    if (hit.kind === 'page') {
      void navigate({ to: '/reform' })
      return
    }
    if (hit.kind === 'meeting') {
      const [committee = '', day = ''] = hit.id.split('.')
      void navigate({ to: '/moeder/$committee/$day', params: { committee, day } })
      return
    }
    if (hit.kind === 'case' || hit.kind === 'ruling' || hit.kind === 'hearing') {
      void navigate({ to: '/sager/$case', params: { case: hit.id } })
      return
    }
    const sel = {
      clinic: `clinic:${hit.id}`,
      provider: `clinic:${hit.clinic}`,
      ridingSchool: `school:${hit.id}`,
      municipality: hit.id,
      town: undefined,
    }[hit.kind]
    void navigate({
      to: '/kort',
      // What was found opens on the first tab; another page's tab is none of the map's.
      search: (was) => ({ ...was, tab: undefined, ...(sel === undefined ? {} : { sel }) }),
    })
  }
}
