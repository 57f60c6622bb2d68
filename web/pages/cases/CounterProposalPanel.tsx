import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { z } from 'zod'
import type { counterProposalView } from '#api/views/counterProposal'
import { viewQuery } from '../../api.ts'
import { capacity, date, none, number } from '../../format.ts'
import { Awaited } from '../../parts/Awaited.tsx'
import { useAreaNames } from '../../parts/areaNames.ts'
import { Panel } from '../../parts/Panel.tsx'
import { TableHead } from '../../parts/TableHead.tsx'
import { TableScroll } from '../../parts/TableScroll.tsx'
import { VerdictIcon } from '../../parts/Verdict.tsx'
import { useLanguage } from '../../text/i18n.ts'
import { useWords } from '../../text/words.ts'
import { useGroupName } from '../caps/useGroupName.ts'
import { useChangeWords } from '../laboratory/useChangeWords.ts'
import type { CaseFile } from './caseFile.ts'

type Counter = z.infer<typeof counterProposalView.response>
type Sides = Counter['rows'][number]['capacity']

/** Every scenario that a municipality put beside the application in its newest answer. */
export function CounterProposals({ file }: { readonly file: CaseFile }) {
  const rows = [...file.consultations, ...file.earlierRounds]
  const codes = rows.filter(({ answers }) => answers.some(({ counterProposal }) => counterProposal !== null))
  return [...new Set(codes.map(({ municipality }) => municipality))].map((municipality) => (
    <CounterProposalPanel key={municipality} file={file} municipality={municipality} />
  ))
}

function CounterProposalPanel({ file, municipality }: { readonly file: CaseFile; readonly municipality: string }) {
  const { t } = useTranslation()
  const language = useLanguage()
  const names = useAreaNames()
  const { data, error, refetch } = useQuery(viewQuery('counterProposal', { case: file.row.case, municipality }))
  const title = t('hearings.counter.panel', { municipality: names.municipality(municipality) })
  if (data === undefined)
    return (
      <Panel title={title}>
        <Awaited rows={4} error={error} onRetry={() => void refetch()} />
      </Panel>
    )
  const lead = { name: data.name, date: date(data.effectiveOn, language) }
  return (
    <Panel title={title} className="counter-proposal">
      <p className="statement">
        {t(data.open ? 'hearings.counter.lead' : 'hearings.counter.leadClosed', lead)}{' '}
        {data.edited && t('hearings.counter.edited')}
      </p>
      <CounterChanges data={data} />
      <CounterFigures data={data} />
      <CounterCaps data={data} />
    </Panel>
  )
}

function CounterChanges({ data }: { readonly data: Counter }) {
  const { t } = useTranslation()
  const language = useLanguage()
  const words = useWords()
  const say = useChangeWords(data.effectiveOn)
  return (
    <TableScroll label={t('hearings.counter.changes')}>
      <table className="table">
        <TableHead headings={[t('hearings.counter.what'), t('hearings.counter.from'), t('hearings.counter.outcome')]} />
        <tbody>
          {data.changes.map(({ change, command, touches, comment, effectiveFrom, refused }) => (
            <tr key={change}>
              <th scope="row">
                {say({ command: { type: command, data: {} }, touches })}
                {comment !== null && <p className="muted">{comment}</p>}
              </th>
              <td>{effectiveFrom === null ? '' : date(effectiveFrom, language)}</td>
              <td>
                <VerdictIcon outcome={refused === null ? 'pass' : 'breach'} size={14} />{' '}
                {refused === null
                  ? t('hearings.counter.ready')
                  : t('hearings.counter.refused', {
                      reason: words.refusal(refused.code, refused.params) ?? refused.code,
                    })}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableScroll>
  )
}

const figures = ['capacity', 'clinics', 'ridingHoursTenths'] as const

/** Each figure that differs, without either, with the application and with the counter-proposal. */
function CounterFigures({ data }: { readonly data: Counter }) {
  const { t } = useTranslation()
  const language = useLanguage()
  const unit = t(data.unit === 'hoursTenths' ? 'consultations.page.unitHours' : 'consultations.page.unitUnits')
  const said = (figure: (typeof figures)[number], value: number | null) => {
    if (value === null) return none
    if (figure === 'clinics') return number(value, language)
    return capacity(value, figure === 'capacity' ? data.unit : 'hoursTenths', language)
  }
  const differs = ({ now, applicant, counter }: Sides) => counter !== now || (data.open && applicant !== now)
  const lines = data.rows.flatMap((row) =>
    figures.filter((figure) => differs(row[figure])).map((figure) => ({ row, figure, sides: row[figure] })),
  )
  if (lines.length === 0)
    return data.caps.length > 0 ? null : <p className="panel-note">{t('hearings.counter.same')}</p>
  return (
    <TableScroll label={t('hearings.counter.compare')}>
      <table className="table">
        <TableHead
          headings={[
            t('hearings.counter.municipality'),
            t('hearings.counter.figure'),
            { number: t('hearings.counter.now') },
            data.open && { number: t('hearings.counter.applicant') },
            { number: t('hearings.counter.own') },
          ]}
        />
        <tbody>
          {lines.map(({ row, figure, sides }) => (
            <tr key={`${row.municipality} ${figure}`}>
              <th scope="row">{row.name}</th>
              <td>{t(`hearings.counter.${figure}`, { unit })}</td>
              <td className="num">{said(figure, sides.now)}</td>
              {data.open && <td className="num">{said(figure, sides.applicant)}</td>}
              <td className="num">{said(figure, sides.counter)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableScroll>
  )
}

function CounterCaps({ data: { caps, effectiveOn } }: { readonly data: Counter }) {
  const { t } = useTranslation()
  const language = useLanguage()
  const names = useAreaNames(effectiveOn)
  const groupName = useGroupName()
  if (caps.length === 0) return null
  return (
    <TableScroll label={t('hearings.counter.caps')}>
      <table className="table">
        <TableHead
          headings={[
            t('hearings.counter.area'),
            t('hearings.counter.group'),
            { number: t('hearings.counter.applicant') },
            { number: t('hearings.counter.own') },
          ]}
        />
        <tbody>
          {caps.map(({ area, group, applicant, counter }) => (
            <tr key={`${area.kind} ${area.code} ${group}`}>
              <th scope="row">{area.kind === 'region' ? names.region(area.code) : names.municipality(area.code)}</th>
              <td>{groupName(group)}</td>
              <td className="num">{number(applicant, language)}</td>
              <td className="num">{number(counter, language)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableScroll>
  )
}
