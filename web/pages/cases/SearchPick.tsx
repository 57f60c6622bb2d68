import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { ComboBox, Input, Label, ListBox, ListBoxItem, Popover, Text } from 'react-aria-components'
import { type Answer, viewQuery } from '../../api.ts'
import { Icon } from '../../parts/Icon.tsx'
import { useMoment } from '../../time/moment.ts'

type Hit = Answer<'search'>['hits'][number]

/** A field that searches the register while one types, and gives the hit that was chosen. */
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
  const { params } = useMoment()
  const [q, setQ] = useState('')
  const text = q.trim()
  const { data, isFetching } = useQuery({
    ...viewQuery('search', { ...params, q: text }),
    enabled: text.length >= 2,
    placeholderData: (was) => was,
  })
  const hits = text.length < 2 ? [] : (data?.hits ?? []).filter((hit) => hit.kind === kind)
  return (
    <ComboBox
      className={`field search-pick ${error === undefined ? '' : 'field-invalid'}`}
      items={hits}
      inputValue={q}
      onInputChange={setQ}
      selectedKey={null}
      onSelectionChange={(key) => {
        const hit = hits.find((one) => one.id === key)
        if (hit === undefined) return
        setQ('')
        onPick(hit)
      }}
      allowsEmptyCollection={text.length >= 2 && !isFetching}
      menuTrigger="input"
      isInvalid={error !== undefined}
      defaultFilter={() => true}
    >
      <Label>{label}</Label>
      {hint !== undefined && (
        <Text slot="description" className="field-hint">
          {hint}
        </Text>
      )}
      {error !== undefined && (
        <span className="field-error">
          <Icon name="warning" size={14} /> {error}
        </span>
      )}
      <Input {...(id === undefined ? {} : { id })} autoComplete="off" />
      <Popover className="pick-popover" offset={4}>
        <ListBox<Hit> className="pick-list" renderEmptyState={() => <p className="pick-none">{none}</p>}>
          {(hit) => (
            <ListBoxItem id={hit.id} textValue={hit.title} className="pick-item">
              <span className="cell-main">{hit.title}</span>
              <span className="cell-sub">{hit.detail}</span>
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </ComboBox>
  )
}
