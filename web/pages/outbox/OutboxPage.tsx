import './outbox.css'
import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type Answer, viewQuery } from '../../api.ts'
import { instant } from '../../format.ts'
import { Awaited } from '../../parts/Awaited.tsx'
import { useAreaNames } from '../../parts/areaNames.ts'
import { Button } from '../../parts/Button.tsx'
import { EmptyState } from '../../parts/EmptyState.tsx'
import { Icon, type IconName } from '../../parts/Icon.tsx'
import { NoticeBoard, useNotice } from '../../parts/Notice.tsx'
import { Page } from '../../parts/Page.tsx'
import { Refused } from '../../parts/Refused.tsx'
import { Segmented } from '../../parts/Segmented.tsx'
import { TableScroll } from '../../parts/TableScroll.tsx'
import { useCommand } from '../../parts/useCommand.ts'
import { useWriting } from '../../parts/useWriting.ts'
import { WriteButton } from '../../parts/WriteButton.tsx'
import { useLanguage } from '../../text/i18n.ts'
import { useWords } from '../../text/words.ts'
import { useMoment } from '../../time/moment.ts'
import { LetterSheet } from './LetterSheet.tsx'

type Row = Answer<'outbox'>['rows'][number]

const icons: Readonly<Record<Row['state'], IconName>> = {
  queued: 'history',
  sent: 'check',
  failed: 'warning',
  unsure: 'warning',
}

/** Letters about hearings and how their delivery went; what failed can be sent again. */
export function OutboxPage() {
  const { t } = useTranslation()
  const { params } = useMoment()
  const navigate = useNavigate()
  const { state = 'all' } = useSearch({ from: '/udbakke' })
  const { data, error, refetch } = useQuery(viewQuery('outbox', params))
  const rows = data?.rows.filter((row) => state === 'all' || row.state === state) ?? []
  return (
    <NoticeBoard>
      <Page title={t('hearings.outbox.title')} lead={t('hearings.outbox.lead')}>
        {data === undefined ? (
          <Awaited rows={8} error={error} onRetry={() => void refetch()} />
        ) : (
          <>
            <Segmented
              label={t('hearings.outbox.filter')}
              value={state}
              onChange={(next) => void navigate({ to: '.', search: (was) => ({ ...was, state: next }), replace: true })}
              options={[
                { value: 'all', label: t('hearings.outbox.all', { count: data.rows.length }) },
                { value: 'queued', label: t('hearings.outbox.queued', { count: data.counts.queued }) },
                { value: 'sent', label: t('hearings.outbox.sent', { count: data.counts.sent }) },
                { value: 'failed', label: t('hearings.outbox.failed', { count: data.counts.failed }) },
                { value: 'unsure', label: t('hearings.outbox.unsure', { count: data.counts.unsure }) },
              ]}
            />
            {rows.length === 0 ? (
              <EmptyState icon="inbox" title={t('hearings.outbox.empty')} text={t('hearings.outbox.emptyWhy')} />
            ) : (
              <Letters rows={rows} />
            )}
          </>
        )}
      </Page>
    </NoticeBoard>
  )
}

function Letters({ rows }: { readonly rows: readonly Row[] }) {
  const { t } = useTranslation()
  return (
    <section className="panel flush outbox-table" aria-label={t('hearings.outbox.title')}>
      <TableScroll label={t('hearings.outbox.title')}>
        <table className="table">
          <thead>
            <tr>
              <th scope="col">{t('hearings.outbox.kind')}</th>
              <th scope="col">{t('hearings.outbox.case')}</th>
              <th scope="col">{t('hearings.outbox.municipality')}</th>
              <th scope="col">{t('hearings.outbox.state')}</th>
              <th scope="col">{t('hearings.outbox.to')}</th>
              <th scope="col">{t('hearings.outbox.moved')}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <LetterRow key={row.message} row={row} />
            ))}
          </tbody>
        </table>
      </TableScroll>
    </section>
  )
}

function LetterRow({ row }: { readonly row: Row }) {
  const { t } = useTranslation()
  const language = useLanguage()
  const words = useWords()
  const names = useAreaNames()
  const say = useNotice()
  const why = useWriting()('consultation.send')
  const resend = useCommand('ResendMessage')
  const [reading, setReading] = useState(false)
  const municipality = names.municipality(row.municipality)
  return (
    <tr>
      <th scope="row">
        <Button
          kind="text"
          icon="file"
          aria-label={t('hearings.outbox.openLetter', { kind: words.letter(row.kind), municipality })}
          onPress={() => setReading(true)}
        >
          {words.letter(row.kind)}
        </Button>
      </th>
      <td>
        <Link to="/sager/$case" params={{ case: row.case }}>
          {row.caseNumber}
        </Link>
        , {t('hearings.outbox.round', { round: row.round })}
      </td>
      <td>{municipality}</td>
      <td>
        <span className={`letter-state letter-${row.state}`}>
          <Icon name={icons[row.state]} size={14} /> {words.delivery(row.state)}
        </span>
        {row.by === 'folder' && row.state === 'sent' && `, ${t('hearings.outbox.folder')}`}
        {row.reason !== null && <p className="muted">{words.undelivered(row.reason)}</p>}
        {row.state === 'unsure' && <p className="muted">{t('hearings.outbox.unsureWhy')}</p>}
        {row.again !== null && (
          <p className="muted">{t('hearings.outbox.again', { at: instant(row.again, language) })}</p>
        )}
        {row.state !== 'queued' && (
          <WriteButton
            kind="text"
            icon="send"
            why={why}
            busy={resend.busy}
            onPress={() =>
              resend.send(
                { message: row.message, case: row.case },
                { onDone: () => say({ text: t('hearings.outbox.resent', { municipality }) }) },
              )
            }
          >
            {t('hearings.outbox.resend')}
            <span className="visually-hidden"> {municipality}</span>
          </WriteButton>
        )}
        <Refused error={resend.error} />
        <LetterSheet row={row} name={municipality} open={reading} onClose={() => setReading(false)} />
      </td>
      <td>{row.to ?? ''}</td>
      <td>
        {instant(row.movedAt, language)}
        {row.attempts > 1 && <p className="muted">{t('hearings.outbox.attempts', { count: row.attempts })}</p>}
      </td>
    </tr>
  )
}
