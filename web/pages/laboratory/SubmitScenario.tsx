import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { RegionCode } from '#events/identifiers'
import { EffectiveDate } from '#events/time'
import { announce } from '../../parts/announce.ts'
import { useAreaNames } from '../../parts/areaNames.ts'
import { DateInput } from '../../parts/DateInput.tsx'
import { Field } from '../../parts/Field.tsx'
import { FormSheet } from '../../parts/FormSheet.tsx'
import { TextField } from '../../parts/TextField.tsx'
import { useCommand } from '../../parts/useCommand.ts'
import { useWriting } from '../../parts/useWriting.ts'
import { WriteButton } from '../../parts/WriteButton.tsx'
import { useSession } from '../../session.ts'
import { useAreas, useScope } from '../../shell/scope.ts'
import type { Scenario } from './scenarioAnswer.ts'

/** Hands the scenario in as a case, as it is on the screen. */
export function SubmitScenario({ scenario, why }: { readonly scenario: Scenario; readonly why: string | undefined }) {
  const { t } = useTranslation()
  const session = useSession()
  const areas = useAreas().data
  const names = useAreaNames()
  const { region: shown } = useScope()
  const writing = useWriting()('quota.propose')
  const command = useCommand('SubmitScenario')
  const today = session?.today ?? scenario.asOf
  const [open, setOpen] = useState(false)
  const [region, setRegion] = useState(shown ?? '')
  const [planRef, setPlanRef] = useState('')
  const [documentRef, setDocumentRef] = useState('')
  const [wantedFrom, setWantedFrom] = useState<string>([scenario.asOf, today].toSorted().at(-1) ?? today)
  const [note, setNote] = useState('')
  const { proposal, count } = scenario
  const number = proposal?.number ?? ''
  const isWaiting = proposal !== null && !closed.has(proposal.status)
  const reason = isWaiting ? t('handIn.waits', { number }) : count.on === 0 ? t('handIn.nothingOn') : undefined
  const to = RegionCode.safeParse(region)
  const from = EffectiveDate.safeParse(wantedFrom)
  const notReady = !to.success
    ? t('handIn.needRegion')
    : planRef.trim() === ''
      ? t('handIn.needPlan')
      : !from.success
        ? t('handIn.needDate')
        : undefined
  const submit = () => {
    if (!to.success || !from.success) return
    const sent = { case: scenario.nextCase, scenario: scenario.scenario, revision: scenario.revision }
    command.send(
      {
        ...sent,
        region: to.data,
        planRef: planRef.trim(),
        documentRef: textOrNull(documentRef),
        note: textOrNull(note),
        applicant: [
          t(`shell.role.${scenario.owner.role}`),
          ...(scenario.owner.organisation === null ? [] : [names.region(scenario.owner.organisation)]),
        ].join(', '),
        wantedFrom: from.data,
      },
      {
        onDone: () => {
          setOpen(false)
          announce(t('handIn.done', { number: sent.case.replace('-', '/') }))
        },
      },
    )
  }
  return (
    <>
      <WriteButton icon="send" why={why ?? writing ?? reason} onPress={() => setOpen(true)}>
        {t('handIn.button')}
      </WriteButton>
      <FormSheet
        title={t('handIn.title')}
        lead={t('handIn.lead', { count: count.on })}
        open={open}
        onClose={() => setOpen(false)}
        onSubmit={submit}
        submit={t('handIn.submit')}
        busy={command.busy}
        error={command.error}
        notReady={notReady}
      >
        <Field label={t('handIn.region')}>
          {(props) => (
            <select {...props} value={region} onChange={(event) => setRegion(event.target.value)}>
              <option value="">{t('handIn.needRegion')}</option>
              {areas?.regions.map(({ code, name }) => (
                <option key={code} value={code}>
                  {name}
                </option>
              ))}
            </select>
          )}
        </Field>
        <Field label={t('handIn.planRef')} hint={t('handIn.planRefHint')}>
          {(props) => (
            <input {...props} maxLength={200} value={planRef} onChange={(event) => setPlanRef(event.target.value)} />
          )}
        </Field>
        <Field label={t('handIn.documentRef')}>
          {(props) => (
            <input
              {...props}
              maxLength={200}
              value={documentRef}
              onChange={(event) => setDocumentRef(event.target.value)}
            />
          )}
        </Field>
        <Field label={t('handIn.wantedFrom')}>
          {(props) => <DateInput {...props} value={wantedFrom} onChange={setWantedFrom} />}
        </Field>
        <TextField label={t('handIn.note')} maxLength={4000} value={note} onChange={setNote} />
      </FormSheet>
    </>
  )
}

/** Where a case stands when another can be opened about the same scenario. */
const closed: ReadonlySet<string> = new Set(['ruled', 'applied', 'effect-refused', 'referred', 'withdrawn'])

function textOrNull(text: string): string | null {
  return text.trim() === '' ? null : text.trim()
}
