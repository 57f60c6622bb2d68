import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { departmentWords } from '#events/glossary'
import type { MunicipalityCode } from '#events/identifiers'
import { type Answer, viewQuery } from '../../api.ts'
import { date } from '../../format.ts'
import { EmptyState } from '../../parts/EmptyState.tsx'
import { ErrorState } from '../../parts/ErrorState.tsx'
import { useNotice } from '../../parts/Notice.tsx'
import { Panel } from '../../parts/Panel.tsx'
import { Refused } from '../../parts/Refused.tsx'
import { Skeleton } from '../../parts/Skeleton.tsx'
import { TableScroll } from '../../parts/TableScroll.tsx'
import { useCommand } from '../../parts/useCommand.ts'
import { WriteButton } from '../../parts/WriteButton.tsx'
import { useMay, useSession } from '../../session.ts'
import { useLanguage } from '../../text/i18n.ts'
import { useMoment } from '../../time/moment.ts'
import { ContactSheet } from './ContactSheet.tsx'
import { hoursText } from './phoneHours.ts'
import { RuleFinding } from './RuleFinding.tsx'
import { useMayPublish } from './useMayPublish.ts'

export type ContactRow = Answer<'contacts'>['entries'][number]

/** A municipality's directory: nine departments by three fields, what R-42 says of each, and a button to confirm. */
export function Contacts({ municipality, name }: { readonly municipality: MunicipalityCode; readonly name: string }) {
  const { t } = useTranslation()
  const may = useMay()
  const { params } = useMoment()
  const query = useQuery({ ...viewQuery('contacts', { ...params, municipality }), enabled: may('contacts.read') })
  if (!may('contacts.read'))
    return <EmptyState icon="lock" title={t('municipal.tabs.contacts')} text={t('municipal.contacts.signIn')} />
  if (query.isError) return <ErrorState error={query.error} onRetry={() => void query.refetch()} />
  if (query.data === undefined) return <Skeleton rows={10} />
  return <Directory answer={query.data} name={name} />
}

function Directory({ answer, name }: { readonly answer: Answer<'contacts'>; readonly name: string }) {
  const { t } = useTranslation()
  const why = useMayPublish(answer.municipality)
  const [editing, setEditing] = useState<ContactRow | null>(null)
  const caption = t('municipal.contacts.caption', { name })
  return (
    <Panel
      title={caption}
      className="flush"
      aside={t('municipal.contacts.filled', answer.filled)}
      footer={t('municipal.contacts.lead')}
    >
      <TableScroll label={caption}>
        <table className="table contacts-table">
          <caption className="visually-hidden">{caption}</caption>
          <thead>
            <tr>
              <th scope="col">{t('municipal.contacts.department')}</th>
              <th scope="col">{t('municipal.contacts.locationNumber')}</th>
              <th scope="col">{t('municipal.contacts.phone')}</th>
              <th scope="col">{t('municipal.contacts.mail')}</th>
              <th scope="col">{t('municipal.contacts.confirmed')}</th>
              <th scope="col">{t('municipal.contacts.verdict')}</th>
              <th scope="col">{t('municipal.contacts.actions')}</th>
            </tr>
          </thead>
          <tbody>
            {answer.entries.map((row) => (
              <Entry key={row.department} row={row} municipality={answer.municipality} why={why} onEdit={setEditing} />
            ))}
          </tbody>
        </table>
      </TableScroll>
      {editing !== null && (
        <ContactSheet municipality={answer.municipality} name={name} row={editing} onClose={() => setEditing(null)} />
      )}
    </Panel>
  )
}

function Entry({
  row,
  municipality,
  why,
  onEdit,
}: {
  readonly row: ContactRow
  readonly municipality: MunicipalityCode
  readonly why: string | undefined
  readonly onEdit: (row: ContactRow) => void
}) {
  const { t } = useTranslation()
  const language = useLanguage()
  const today = useSession()?.today
  const notice = useNotice()
  const confirm = useCommand('ConfirmContactEntry')
  const { department, entry, finding } = row
  const template = departmentWords[department][language]
  const missing = <span className="muted">–</span>
  return (
    <tr>
      <th scope="row">
        {entry?.name ?? template}
        {entry?.name != null && <span className="muted contact-template"> ({template})</span>}
      </th>
      <td className="mono">{entry?.locationNumber ?? missing}</td>
      <td>
        {entry?.phone ?? missing}
        {entry?.phoneHours != null && <span className="muted contact-hours">{hoursText(entry.phoneHours, t)}</span>}
      </td>
      <td>{entry?.mail == null ? missing : <a href={`mailto:${entry.mail}`}>{entry.mail}</a>}</td>
      <td className="nowrap">{entry === null ? missing : date(entry.confirmedOn, language)}</td>
      <td>
        <RuleFinding finding={finding} />
      </td>
      <td>
        <span className="contact-actions">
          <WriteButton why={why} kind="text" icon="edit" onPress={() => onEdit(row)}>
            {t('municipal.edit')}
            <span className="visually-hidden"> {template}</span>
          </WriteButton>
          {entry !== null && (
            <WriteButton
              why={why}
              kind="text"
              icon="check"
              busy={confirm.busy}
              onPress={() => {
                if (today === undefined) return
                confirm.send(
                  { municipality, department, effectiveFrom: today },
                  { onDone: () => notice({ text: t('municipal.contacts.confirmDone', { department: template }) }) },
                )
              }}
            >
              {t('municipal.contacts.confirm')}
              <span className="visually-hidden"> {template}</span>
            </WriteButton>
          )}
        </span>
        <Refused error={confirm.error} />
      </td>
    </tr>
  )
}
