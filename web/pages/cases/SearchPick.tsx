import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Position2d } from '#events/place'
import { type Answer, viewQuery } from '../../api.ts'
import { number } from '../../format.ts'
import { useAreaNames } from '../../parts/areaNames.ts'
import { Field } from '../../parts/Field.tsx'
import { useCombobox } from '../../parts/useCombobox.ts'
import { useScope } from '../../shell/scope.ts'
import { useLanguage } from '../../text/i18n.ts'
import { useMoment } from '../../time/moment.ts'

type Hit = Answer<'search'>['hits'][number]

/** Letters from which a search is worth asking. Riding schools are few: they are listed before anything is typed. */
const LETTERS: Partial<Record<Hit['kind'], number>> = { ridingSchool: 0 }

/**
 * A field that searches the register while one types, and gives the hit that was chosen. The region looked at comes first,
 * and in it what is nearest to `near`.
 */
export function SearchPick({
  id,
  label,
  mark,
  hint,
  kind,
  none,
  error,
  near = null,
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
  /** Where the application is from, when that is known. */
  readonly near?: Position2d | null | undefined
  readonly onPick: (hit: Hit) => void
}) {
  const { t } = useTranslation()
  const language = useLanguage()
  const names = useAreaNames()
  const { params } = useMoment()
  const { region } = useScope()
  const [q, setQ] = useState('')
  const text = q.trim()
  const asked = text.length >= (LETTERS[kind] ?? 2)
  const { data, isPlaceholderData } = useQuery({
    ...viewQuery('search', {
      ...params,
      q: text,
      kind,
      region: region ?? undefined,
      ...(near === null ? {} : { lng: near[0], lat: near[1] }),
    }),
    enabled: asked,
    placeholderData: (was) => was,
  })
  // Until the answer is there, of the one before it only what holds the text: Enter never picks something else.
  const holds = ({ title, id: code, detail }: Hit) =>
    `${title} ${code} ${detail}`.toLocaleLowerCase('da').includes(text.toLocaleLowerCase('da'))
  const hits = asked ? (data?.hits ?? []).filter((hit) => !isPlaceholderData || holds(hit)) : []
  const where = (hit: Hit) =>
    [
      hit.detail,
      // An address that ends with the town of the same name has said it.
      ...(hit.municipality === null || hit.detail.endsWith(names.municipality(hit.municipality))
        ? []
        : [names.municipality(hit.municipality)]),
      ...(hit.region === null || hit.region === region ? [] : [names.region(hit.region)]),
      ...(hit.distanceKm === null ? [] : [t('cases.new.away', { km: number(hit.distanceKm, language) })]),
    ].join(' · ')
  const { shown, list, typed, reopen, input, option } = useCombobox({
    hits,
    asked,
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
            onFocus={reopen}
            onClick={reopen}
            onChange={(event) => {
              setQ(event.target.value)
              typed()
            }}
          />
          <div id={list} role="listbox" aria-label={label} className="pick-list" hidden={!shown || hits.length === 0}>
            {hits.map((hit, index) => (
              <div key={hit.id} {...option(index)} className="pick-item">
                <span className="cell-main">{hit.title}</span>
                <span className="cell-sub">{where(hit)}</span>
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
