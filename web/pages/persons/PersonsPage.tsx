import { useDeferredValue, useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { PersonRow } from '#api/persons'
import { RegionCode } from '#events/identifiers'
import { number } from '../../format.ts'
import { Button } from '../../parts/Button.tsx'
import { Confirm } from '../../parts/Confirm.tsx'
import { EmptyState } from '../../parts/EmptyState.tsx'
import { Failed } from '../../parts/Failed.tsx'
import { NoticeBoard, useNotice } from '../../parts/Notice.tsx'
import { Page } from '../../parts/Page.tsx'
import { Refused } from '../../parts/Refused.tsx'
import { Skeleton } from '../../parts/Skeleton.tsx'
import { useMay, useSession } from '../../session.ts'
import { useLanguage } from '../../text/i18n.ts'
import { PersonSheet } from './PersonSheet.tsx'
import { PersonTable } from './PersonTable.tsx'
import { useErasePerson, usePersons } from './usePersons.ts'
import './persons.css'

/** The region's persons: searched for, corrected, and erased for good after being told what that means. */
export function PersonsPage() {
  return (
    <NoticeBoard>
      <Persons />
    </NoticeBoard>
  )
}

function Persons() {
  const say = useNotice()
  const { t } = useTranslation()
  const language = useLanguage()
  const searchId = useId()
  const may = useMay()
  const own = RegionCode.safeParse(useSession()?.user?.organisation).data
  const [text, setText] = useState('')
  const [offset, setOffset] = useState(0)
  const [editing, setEditing] = useState<PersonRow | RegionCode | null>(null)
  const [erasing, setErasing] = useState<PersonRow | null>(null)
  const { data, error, refetch, isFetching } = usePersons(useDeferredValue(text.trim()), offset)
  const erase = useErasePerson()
  const done = () => {
    if (erasing === null) return
    const { person } = erasing
    erase.mutate({ person }, { onSuccess: () => say({ text: t('persons.confirm.done', { person }) }) })
  }
  return (
    <Page
      title={t('persons.title')}
      lead={t('persons.lead')}
      wide
      aside={
        may('persons.change') &&
        own !== undefined && (
          <Button icon="plus" onPress={() => setEditing(own)}>
            {t('persons.add')}
          </Button>
        )
      }
    >
      <div className="list-tools">
        <div className="list-search persons-search">
          <label className="visually-hidden" htmlFor={searchId}>
            {t('persons.search')}
          </label>
          <input
            id={searchId}
            type="search"
            autoComplete="off"
            value={text}
            placeholder={t('persons.search')}
            onChange={(event) => {
              setText(event.target.value)
              setOffset(0)
            }}
          />
        </div>
      </div>
      <Refused error={erase.error} />
      <section className="panel list-panel" aria-label={t('persons.title')} aria-busy={isFetching}>
        {error !== null ? (
          <Failed error={error} onRetry={() => void refetch()} />
        ) : data === undefined ? (
          <Skeleton rows={12} />
        ) : data.rows.length === 0 ? (
          <EmptyState icon="user" title={t('persons.emptyTitle')} text={t('persons.emptyWhy')} />
        ) : (
          <PersonTable rows={data.rows} onEdit={setEditing} onErase={setErasing} />
        )}
      </section>
      {data !== undefined && data.rows.length > 0 && (
        <nav className="pager" aria-label={t('persons.pages')}>
          <span className="muted">
            {t('persons.count', { count: data.total, total: number(data.total, language) })}
          </span>
          {offset > 0 && <Button onPress={() => setOffset(0)}>{t('persons.first')}</Button>}
          {data.next !== null && <Button onPress={() => setOffset(data.next ?? 0)}>{t('persons.more')}</Button>}
        </nav>
      )}
      {editing !== null && <PersonSheet about={editing} onClose={() => setEditing(null)} />}
      {erasing !== null && (
        <Confirm
          title={t('persons.confirm.title', { name: erasing.name ?? erasing.person })}
          open
          doing={t('persons.confirm.doing')}
          onConfirm={done}
          onClose={() => setErasing(null)}
        >
          <ul className="persons-erasing">
            <li>{t('persons.confirm.gone')}</li>
            <li>{t('persons.confirm.stays', { person: erasing.person })}</li>
            <li>{t('persons.confirm.never')}</li>
            <li>{t('persons.confirm.elsewhere')}</li>
          </ul>
        </Confirm>
      )}
    </Page>
  )
}
