import '../laboratory/laboratory.css'
import './proposedChanges.css'
import { useQuery } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { z } from 'zod'
import type { proposalFiguresView, proposalView } from '#api/views/proposal'
import { viewQuery } from '../../api.ts'
import { date, instant, number, percent } from '../../format.ts'
import { Awaited } from '../../parts/Awaited.tsx'
import { useAreaNames } from '../../parts/areaNames.ts'
import { Button } from '../../parts/Button.tsx'
import { Failed } from '../../parts/Failed.tsx'
import { Panel } from '../../parts/Panel.tsx'
import { Select } from '../../parts/Select.tsx'
import { TableHead } from '../../parts/TableHead.tsx'
import { TableScroll } from '../../parts/TableScroll.tsx'
import { VerdictIcon } from '../../parts/Verdict.tsx'
import { useLanguage } from '../../text/i18n.ts'
import { useWords } from '../../text/words.ts'
import { useGroupName } from '../caps/useGroupName.ts'
import { useChangeWords, withChangesNamed } from '../laboratory/useChangeWords.ts'
import type { CaseFile } from './caseFile.ts'
import { changesByPlace } from './changesByPlace.ts'
import { isOpen } from './progress.ts'

type Proposal = z.infer<typeof proposalView.response>
type Change = Proposal['changes'][number]
type ProposalFigures = z.infer<typeof proposalFiguresView.response>

/**
 * What a scenario that was handed in asks for, change by change, and what became of each. A municipality has what touches it
 * first.
 */
export function ProposalPanel({ file, municipality }: { readonly file: CaseFile; readonly municipality?: string }) {
  const { t } = useTranslation()
  const { data, error, refetch } = useQuery(viewQuery('proposal', { case: file.row.case }))
  if (data === undefined)
    return (
      <Panel title={t('handIn.panel')}>
        <Awaited rows={6} error={error} onRetry={() => void refetch()} />
      </Panel>
    )
  return <ProposedChanges file={file} data={data} municipality={municipality} />
}

function ProposedChanges({
  file,
  data,
  municipality,
}: {
  readonly file: CaseFile
  readonly data: Proposal
  readonly municipality: string | undefined
}) {
  const { t } = useTranslation()
  const names = useAreaNames()
  const language = useLanguage()
  const planned = useMemo(() => data.changes.map(asPlanned), [data])
  const say = useChangeWords(data.asOf, planned)
  const wordsOf = (id: string) => {
    const one = data.changes.find(({ change }) => change === id)
    return one === undefined ? id : say(asPlanned(one))
  }
  const count = (value: number | undefined) => (value === undefined ? '' : number(value, language))
  return (
    <>
      <Panel title={t('handIn.panel')} className="change-panel proposed-changes">
        <p className="statement">
          {t('handIn.from', {
            name: data.name,
            date: date(data.asOf, language),
            at: instant(data.base.recordedAt, language),
          })}{' '}
          {data.edited && t('handIn.edited')}
        </p>
        <TableScroll label={t('handIn.panel')}>
          <table className="table">
            <TableHead
              headings={[
                t('handIn.change'),
                t('handIn.applies'),
                { number: t('handIn.documented') },
                { number: t('handIn.standing') },
                { number: t('handIn.proposed') },
                t('handIn.outcome'),
              ]}
            />
            {changesByPlace(data.changes, municipality).map(({ where, changes }) => (
              <tbody key={where}>
                {where !== 'all' && (
                  <tr>
                    <th scope="rowgroup" colSpan={6}>
                      {t(`handIn.${where}`, { municipality: names.municipality(municipality ?? '') })}
                    </th>
                  </tr>
                )}
                {changes.map((change) => (
                  <tr key={change.change}>
                    <th scope="row">{say(asPlanned(change))}</th>
                    <td data-label={t('handIn.applies')}>
                      {change.effectiveFrom === null ? '' : date(change.effectiveFrom, language)}
                    </td>
                    <td className="num" data-label={t('handIn.documented')}>
                      {count(change.cap?.documented)}
                    </td>
                    <td className="num" data-label={t('handIn.standing')}>
                      {count(change.cap?.adopted?.cap)}
                    </td>
                    <td className="num" data-label={t('handIn.proposed')}>
                      {count(change.cap?.value)}
                    </td>
                    <td>
                      <Outcome
                        change={change}
                        wordsOf={wordsOf}
                        adopted={data.adopted}
                        isOpen={isOpen(file.row.status)}
                      />
                    </td>
                  </tr>
                ))}
              </tbody>
            ))}
          </table>
        </TableScroll>
      </Panel>
      <FiguresPanel file={file} proposal={data} wordsOf={wordsOf} />
    </>
  )
}

function asPlanned({ command, told, touches, cap }: Change): Parameters<ReturnType<typeof useChangeWords>>[0] {
  return { command: { type: command, data: cap === null ? told : { cap: cap.value } }, touches }
}

/** Adopted or refused once it was ruled on; what it would meet before that. */
function Outcome({
  change,
  wordsOf,
  adopted,
  isOpen: open,
}: {
  readonly change: Change
  readonly wordsOf: (change: string) => string
  readonly adopted: boolean
  readonly isOpen: boolean
}) {
  const { t } = useTranslation()
  const words = useWords()
  const { refused, problems } = change
  if (refused !== null)
    return (
      <>
        <VerdictIcon outcome="breach" size={14} /> {t('handIn.notAdopted')}:{' '}
        {words.refusal(refused.code, refused.params) ?? refused.code}
      </>
    )
  if (!open)
    return adopted ? (
      <>
        <VerdictIcon outcome="pass" size={14} /> {t('handIn.adopted')}
      </>
    ) : (
      t('handIn.notAdopted')
    )
  if (problems.length === 0) return t('handIn.ready')
  return problems.map(({ severity, code, params }) => (
    <p key={`${severity} ${code}`}>
      <VerdictIcon outcome={severity === 'error' ? 'breach' : 'needs-information'} size={14} />{' '}
      {words.refusal(code, withChangesNamed(params, wordsOf)) ?? code}
    </p>
  ))
}

/** The comparison's figures for one group; reckoned when somebody asks, for that takes its time. */
function FiguresPanel({
  file,
  proposal,
  wordsOf,
}: {
  readonly file: CaseFile
  readonly proposal: Proposal
  readonly wordsOf: (change: string) => string
}) {
  const { t } = useTranslation()
  const groupName = useGroupName()
  const groups = [...new Set(proposal.changes.flatMap(({ touches }) => touches.group ?? []))]
  const [first] = groups
  const [chosen, setChosen] = useState(first)
  const [asked, setAsked] = useState(false)
  const { data, error, refetch } = useQuery({
    ...viewQuery('proposalFigures', { case: file.row.case, group: chosen ?? '' }),
    enabled: asked && chosen !== undefined,
  })
  if (chosen === undefined) return null
  return (
    <Panel title={t('handIn.figures')}>
      <p className="panel-note">{t('handIn.figuresLead')}</p>
      <Select
        label={t('handIn.figuresFor')}
        showLabel
        value={chosen}
        options={groups.map((id) => ({ value: id, label: groupName(id) }))}
        onChange={setChosen}
      />
      {!asked ? (
        <Button onPress={() => setAsked(true)}>{t('handIn.figuresAsk')}</Button>
      ) : data !== undefined ? (
        <>
          <Figures figures={data} />
          <LeftOut leftOut={data.leftOut} wordsOf={wordsOf} />
        </>
      ) : error !== null ? (
        <Failed error={error} onRetry={() => void refetch()} />
      ) : (
        <p className="muted" role="status">
          <span className="spinner" aria-hidden="true" /> {t('handIn.figuresWait')}
        </p>
      )}
    </Panel>
  )
}

/** The changes that are in none of the figures, and why. */
function LeftOut({
  leftOut,
  wordsOf,
}: {
  readonly leftOut: ProposalFigures['leftOut']
  readonly wordsOf: (change: string) => string
}) {
  const { t } = useTranslation()
  const words = useWords()
  if (leftOut.length === 0) return null
  return (
    <>
      <p className="panel-note">{t('handIn.figuresLeftOut', { count: leftOut.length })}</p>
      <ul>
        {leftOut.map(({ change, code, params }) => (
          <li key={change}>
            {wordsOf(change)}: {words.refusal(code, withChangesNamed(params, wordsOf)) ?? code}
          </li>
        ))}
      </ul>
    </>
  )
}

/** Each figure on the register that the proposal stood on, and with those of its changes that can be adopted. */
function Figures({ figures: { figures, max } }: { readonly figures: ProposalFigures }) {
  const { t } = useTranslation()
  const language = useLanguage()
  const said = (value: number | null, unit: (typeof figures)[number]['unit']) => {
    if (value === null) return t('caps.told.unknown')
    if (unit === 'share') return percent(value, language)
    const isCost = unit === 'minutes' || unit === 'km'
    return `${number(value, language, isCost ? 1 : 0)}${isCost ? `\u00A0${t(`laboratory.comparison.${unit}`)}` : ''}`
  }
  return (
    <table className="table">
      <TableHead headings={[t('laboratory.comparison.figure'), { number: 'A' }, { number: 'B' }]} />
      <tbody>
        {figures.map(({ figure, unit, base, a }) => (
          <tr key={figure}>
            <th scope="row">
              {t(`laboratory.comparison.${figure}`, { max, unit: t('laboratory.comparison.minutes') })}
            </th>
            <td className="num">{said(base, unit)}</td>
            <td className="num">{said(a, unit)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
