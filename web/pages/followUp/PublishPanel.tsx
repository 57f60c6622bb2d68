import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ActivityPeriod } from '#events/activity'
import type { RegionCode } from '#events/identifiers'
import { type Answer, viewQuery } from '../../api.ts'
import { date } from '../../format.ts'
import { announce } from '../../parts/announce.ts'
import { useAreaNames } from '../../parts/areaNames.ts'
import { Confirm } from '../../parts/Confirm.tsx'
import { ErrorState } from '../../parts/ErrorState.tsx'
import { Field } from '../../parts/Field.tsx'
import { FormSheet } from '../../parts/FormSheet.tsx'
import { Panel } from '../../parts/Panel.tsx'
import { Refused } from '../../parts/Refused.tsx'
import { Select } from '../../parts/Select.tsx'
import { Skeleton } from '../../parts/Skeleton.tsx'
import { TableScroll } from '../../parts/TableScroll.tsx'
import { useCommand } from '../../parts/useCommand.ts'
import { useWriting } from '../../parts/useWriting.ts'
import { WriteButton } from '../../parts/WriteButton.tsx'
import { useLanguage } from '../../text/i18n.ts'
import { useMoment } from '../../time/moment.ts'
import { usePeriodName } from './usePeriodName.ts'

type Row = Answer<'halfYearBoard'>['rows'][number]

/** True when there is something to publish without more words: nothing was, or what was published was not whole. */
function isWaiting({ ready, latest, differs }: Row): boolean {
  if (ready === 'nothing') return false
  return latest === null || (differs && !latest.complete)
}

/** The packages of a half-year: what can be published, one by one or all at once, and what stands already. */
export function PublishPanel({ region }: { readonly region: RegionCode }) {
  const { t } = useTranslation()
  const { params } = useMoment()
  const { data, error, refetch } = useQuery(viewQuery('halfYearBoard', { ...params, region }))
  if (error !== null && data === undefined) return <ErrorState error={error} onRetry={() => void refetch()} />
  if (data === undefined) return <Skeleton rows={6} />
  if (data.periods.length === 0) return <p className="muted">{t('followUp.halfYears.none')}</p>
  return <Board data={data} />
}

function Board({ data }: { readonly data: Answer<'halfYearBoard'> }) {
  const { t } = useTranslation()
  const names = useAreaNames()
  const periodName = usePeriodName()
  const why = useWriting()('followUp.record')
  const publish = useCommand('PublishHalfYearlyData')
  const [chosen, setChosen] = useState<ActivityPeriod | null>(null)
  const [done, setDone] = useState<{ readonly at: number; readonly of: number } | null>(null)
  const [anew, setAnew] = useState<Row | null>(null)
  const [asked, setAsked] = useState<readonly Row[]>([])
  const period = data.periods.find((one) => one === chosen) ?? data.periods[0]
  const rows = data.rows
    .filter((row) => row.period === period)
    .toSorted(
      (a, b) =>
        Number(needsSomebody(b)) - Number(needsSomebody(a)) ||
        names.municipality(a.municipality).localeCompare(names.municipality(b.municipality), 'da'),
    )
  const waiting = rows.filter(isWaiting)
  const send = async (which: readonly Row[]) => {
    setDone({ at: 0, of: which.length })
    try {
      for (const [index, { municipality, period: of }] of which.entries()) {
        await publish.sendAndWait({ municipality, region: data.region, period: of, reason: null })
        setDone({ at: index + 1, of: which.length })
      }
      announce(t('followUp.publish.done', { count: which.length }))
    } finally {
      setDone(null)
    }
  }
  // What went wrong is said under the table; what was published before it stands.
  const start = (which: readonly Row[]) => void send(which).catch(() => undefined)
  return (
    <Panel
      title={t('followUp.publish.title')}
      className="flush publish-panel"
      footer={t('followUp.publish.footer')}
      aside={
        <>
          <Select
            label={t('followUp.period')}
            value={period ?? ''}
            options={data.periods.map((value) => ({ value, label: periodName(value) }))}
            onChange={(value) => setChosen(value === '' ? null : value)}
          />
          <WriteButton
            why={why ?? (waiting.length === 0 ? t('followUp.publish.nothing') : undefined)}
            kind="primary"
            icon="send"
            busy={done !== null}
            onPress={() => setAsked(waiting)}
          >
            {done === null
              ? t('followUp.publish.all', { count: waiting.length })
              : t('followUp.publish.progress', done)}
          </WriteButton>
        </>
      }
    >
      {done !== null && <progress className="publish-progress" value={done.at} max={done.of} />}
      <TableScroll label={t('followUp.publish.title')}>
        <table className="table">
          <caption className="visually-hidden">{t('followUp.publish.title')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('followUp.municipality')}</th>
              <th scope="col">{t('followUp.publish.published')}</th>
              <th scope="col">{t('followUp.publish.now')}</th>
              <th scope="col">
                <span className="visually-hidden">{t('followUp.publish.one')}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <Line
                key={row.municipality}
                row={row}
                why={why}
                busy={done !== null}
                onPublish={() => setAsked([row])}
                onAnew={() => setAnew(row)}
              />
            ))}
          </tbody>
        </table>
      </TableScroll>
      <Confirm
        title={t('followUp.publish.title')}
        open={asked.length > 0}
        doing={t('followUp.publish.all', { count: asked.length })}
        onConfirm={() => start(asked)}
        onClose={() => setAsked([])}
      >
        <p>
          {t('followUp.publish.confirm', {
            municipalities: asked.map(({ municipality }) => names.municipality(municipality)).join(', '),
          })}
        </p>
        <p>{t('cases.write.cannotUndo')}</p>
      </Confirm>
      {anew === null && <Refused error={publish.error} />}
      {anew !== null && <AnewSheet row={anew} region={data.region} onClose={() => setAnew(null)} />}
    </Panel>
  )
}

/** Nothing published, not whole, or other than it would be now. */
function needsSomebody(row: Row): boolean {
  return row.latest === null || !row.latest.complete || (row.differs && row.latest.checksum !== null)
}

function Line({
  row,
  why,
  busy,
  onPublish,
  onAnew,
}: {
  readonly row: Row
  readonly why: string | undefined
  readonly busy: boolean
  readonly onPublish: () => void
  readonly onAnew: () => void
}) {
  const { t } = useTranslation()
  const language = useLanguage()
  const names = useAreaNames()
  const name = names.municipality(row.municipality)
  const { latest, editions, ready, differs } = row
  const isAnew = latest?.complete === true && differs && ready !== 'nothing'
  const published =
    latest === null
      ? t('followUp.publish.none')
      : [
          date(latest.deliveredOn, language),
          ...(editions > 1 ? [t('followUp.publish.edition', { edition: latest.edition })] : []),
          ...(latest.complete ? [] : [t('followUp.publish.notWhole')]),
          ...(latest.suppressedCells > 0 ? [t('followUp.halfYears.cells', { count: latest.suppressedCells })] : []),
          ...(latest.checksum === null ? [t('followUp.publish.noted')] : []),
        ].join(', ')
  return (
    <tr>
      <th scope="row">{name}</th>
      <td className={latest === null || !latest.complete ? 'over' : ''}>
        {latest === null ? (
          published
        ) : (
          <Link
            to="/halvaarsdata/$municipality/$period"
            params={{ municipality: row.municipality, period: row.period }}
          >
            {published}
          </Link>
        )}
      </td>
      <td>
        {ready === 'nothing'
          ? t('followUp.publish.ready.nothing')
          : latest !== null && !differs
            ? t('followUp.publish.same')
            : t(`followUp.publish.ready.${ready}`)}
      </td>
      <td>
        {isWaiting(row) && (
          <WriteButton why={why} busy={busy} onPress={onPublish} aria-label={t('followUp.publish.oneLabel', { name })}>
            {t('followUp.publish.one')}
          </WriteButton>
        )}
        {isAnew && (
          <WriteButton why={why} busy={busy} onPress={onAnew} aria-label={t('followUp.publish.anewLabel', { name })}>
            {t('followUp.publish.anew')}
          </WriteButton>
        )}
      </td>
    </tr>
  )
}

/** A new edition of what was whole: with the reason that everybody can read. */
function AnewSheet({
  row,
  region,
  onClose,
}: {
  readonly row: Row
  readonly region: RegionCode
  readonly onClose: () => void
}) {
  const { t } = useTranslation()
  const names = useAreaNames()
  const periodName = usePeriodName()
  const publish = useCommand('PublishHalfYearlyData')
  const [reason, setReason] = useState('')
  return (
    <FormSheet
      title={t('followUp.publish.anewTitle', {
        name: names.municipality(row.municipality),
        period: periodName(row.period),
      })}
      lead={t('followUp.publish.anewLead')}
      open
      onClose={onClose}
      submit={t('followUp.publish.anew')}
      busy={publish.busy}
      error={publish.error}
      notReady={reason.trim() === '' ? t('cases.write.required') : undefined}
      onSubmit={() =>
        publish.send(
          { municipality: row.municipality, region, period: row.period, reason: reason.trim() },
          { onDone: onClose },
        )
      }
    >
      <Field label={t('followUp.publish.reason')}>
        {(props) => (
          <textarea
            {...props}
            rows={3}
            maxLength={2000}
            value={reason}
            onChange={({ target }) => setReason(target.value)}
          />
        )}
      </Field>
    </FormSheet>
  )
}
