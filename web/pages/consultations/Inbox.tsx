import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Answer } from '../../api.ts'
import { date, instant } from '../../format.ts'
import { useAreaNames } from '../../parts/areaNames.ts'
import { Button } from '../../parts/Button.tsx'
import { EmptyState } from '../../parts/EmptyState.tsx'
import { Icon } from '../../parts/Icon.tsx'
import { Segmented } from '../../parts/Segmented.tsx'
import { Select } from '../../parts/Select.tsx'
import { peekDraft } from '../../parts/useDraft.ts'
import { useMay } from '../../session.ts'
import { useLanguage } from '../../text/i18n.ts'
import { useWords } from '../../text/words.ts'
import { isOpen } from '../cases/progress.ts'
import { DeadlineBar } from './DeadlineBar.tsx'
import { ReplyDraft, replyName } from './replyDraft.ts'

type Row = Answer<'consultations'>['rows'][number]

/** Hearings by deadline; below them those that were answered, with the committee's ruling. */
export function Inbox({
  rows,
  selected,
  isOwn,
  author,
}: {
  readonly rows: readonly Row[]
  readonly selected: Row | undefined
  readonly isOwn: boolean
  readonly author: string
}) {
  const { t } = useTranslation()
  const names = useAreaNames()
  const navigate = useNavigate()
  const may = useMay()
  const { show = 'open' } = useSearch({ strict: false })
  const [municipality, setMunicipality] = useState('')
  const mine = municipality === '' ? rows : rows.filter((row) => row.municipality === municipality)
  const awaiting = mine.filter(
    (row) => (row.state === 'sent' || row.state === 'delivery-failed') && !row.superseded && isOpen(row.caseStatus),
  )
  const unsent = mine.filter(({ state }) => state === 'not-sent')
  const rest = mine.filter((row) => !awaiting.includes(row) && !unsent.includes(row))
  const codes = [...new Set(rows.map((row) => row.municipality))]
    .map((code) => ({ value: String(code), label: names.municipality(code) }))
    .toSorted((a, b) => a.label.localeCompare(b.label, 'da'))
  const setShow = (next: 'open' | 'all') =>
    void navigate({ to: '.', search: (was) => ({ ...was, show: next }), replace: true })
  return (
    <nav className="inbox" aria-label={t('consultations.list.label')}>
      <h1 className={selected === undefined ? '' : 'inbox-title'}>{t('consultations.list.title')}</h1>
      {may('consultation.send') && (
        <Link to="/udbakke" className="inbox-outbox">
          <Icon name="send" size={14} /> {t('hearings.outbox.open')}
        </Link>
      )}
      <Segmented
        label={t('consultations.list.filter')}
        value={show === 'all' ? 'all' : 'open'}
        onChange={setShow}
        options={[
          { value: 'open', label: t('consultations.list.awaiting', { count: awaiting.length }) },
          { value: 'all', label: t('consultations.list.all', { count: mine.length }) },
        ]}
      />
      {!isOwn && codes.length > 1 && (
        <Select
          label={t('consultations.list.municipality')}
          value={municipality}
          onChange={setMunicipality}
          options={[{ value: '', label: t('consultations.list.everyMunicipality') }, ...codes]}
        />
      )}
      {awaiting.length === 0 ? (
        <EmptyState
          icon="check"
          tone="ok"
          title={t(
            rows.length === 0
              ? 'consultations.list.emptyNone'
              : isOwn
                ? 'consultations.list.emptyTitle'
                : 'consultations.list.emptyTitleRegion',
          )}
          text={t('consultations.list.emptyWhy')}
        >
          {show !== 'all' && mine.length > 0 && (
            <Button onPress={() => setShow('all')}>{t('consultations.list.showAll')}</Button>
          )}
        </EmptyState>
      ) : (
        <>
          {awaiting.length > 1 && <p className="inbox-sort muted">{t('consultations.list.nearest')}</p>}
          <ul>
            {awaiting.map((row) => (
              <AwaitingItem key={keyOf(row)} row={row} isSelected={row === selected} isOwn={isOwn} author={author} />
            ))}
          </ul>
        </>
      )}
      {show === 'all' && rest.length > 0 && (
        <>
          <p className="inbox-head">
            <strong>{t('consultations.list.answered')}</strong>
            <span className="muted">
              {t(isOwn ? 'consultations.list.answeredBy' : 'consultations.list.answeredByRegion')}
            </span>
          </p>
          {rest.length > 1 && <p className="inbox-sort muted">{t('consultations.list.newest')}</p>}
          <ul>
            {rest.map((row) => (
              <SettledItem key={keyOf(row)} row={row} isSelected={row === selected} isOwn={isOwn} />
            ))}
          </ul>
        </>
      )}
      {show === 'all' && unsent.length > 0 && (
        <>
          <p className="inbox-head">
            <strong>{t('consultations.list.unsent')}</strong>
            <span className="muted">{t('consultations.list.unsentWhy')}</span>
          </p>
          <ul>
            {unsent.map((row) => (
              <SettledItem key={keyOf(row)} row={row} isSelected={row === selected} isOwn={isOwn} />
            ))}
          </ul>
        </>
      )}
    </nav>
  )
}

function keyOf(row: Row): string {
  return `${row.case} ${row.municipality} ${row.round}`
}

function linkOf(row: Row) {
  return {
    to: '/hoeringer/$case',
    params: { case: row.case },
    search: { municipality: row.municipality, round: row.round },
  } as const
}

function AwaitingItem({
  row,
  isSelected,
  isOwn,
  author,
}: {
  readonly row: Row
  readonly isSelected: boolean
  readonly isOwn: boolean
  readonly author: string
}) {
  const { t } = useTranslation()
  const language = useLanguage()
  const words = useWords()
  const names = useAreaNames()
  const draft = isOwn ? peekDraft(replyName(author, row), ReplyDraft) : null
  return (
    <li>
      <Link {...linkOf(row)} className="inbox-item" aria-current={isSelected ? 'page' : undefined}>
        <span className="inbox-main">
          {isOwn ? row.applicant : `${names.municipality(row.municipality)}: ${row.applicant}`}
        </span>
        <span className="inbox-sub">{words.kind(row)}</span>
        {row.dueOn !== null && row.sentOn !== null && <DeadlineBar sentOn={row.sentOn} dueOn={row.dueOn} />}
        <span className="inbox-foot">
          <span>{t('consultations.list.caseNumber', { number: row.caseNumber })}</span>
          {draft !== null && <span>{t('consultations.list.draft', { at: instant(draft.savedAt, language) })}</span>}
        </span>
      </Link>
    </li>
  )
}

function SettledItem({
  row,
  isSelected,
  isOwn,
}: {
  readonly row: Row
  readonly isSelected: boolean
  readonly isOwn: boolean
}) {
  const { t } = useTranslation()
  const language = useLanguage()
  const words = useWords()
  const names = useAreaNames()
  const answer = row.answers[0]
  return (
    <li>
      <Link {...linkOf(row)} className="inbox-item inbox-settled" aria-current={isSelected ? 'page' : undefined}>
        <span className="inbox-foot">
          <span className="inbox-main">
            {isOwn ? row.applicant : `${names.municipality(row.municipality)}: ${row.applicant}`}
          </span>
          <span>{answer === undefined ? '' : date(answer.answeredOn, language)}</span>
        </span>
        <span className="inbox-foot">
          <span>
            {answer === undefined ? words.hearing(row.state) : words.position(answer.position)}
            {answer?.late === true && <strong className="late"> {t('consultations.reply.late')}</strong>}
          </span>
          <span>{row.rulingOutcome === null ? t('consultations.list.open') : words.ruling(row.rulingOutcome)}</span>
        </span>
      </Link>
    </li>
  )
}
