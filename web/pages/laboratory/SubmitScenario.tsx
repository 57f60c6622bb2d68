import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { caseNumber } from '#events/say/caseNumber'
import { EffectiveDate } from '#events/time'
import { useAreaNames } from '../../parts/areaNames.ts'
import { DateInput } from '../../parts/DateInput.tsx'
import { Field } from '../../parts/Field.tsx'
import { FormSheet } from '../../parts/FormSheet.tsx'
import { useNotice } from '../../parts/Notice.tsx'
import { TextField } from '../../parts/TextField.tsx'
import { useCommand } from '../../parts/useCommand.ts'
import { useWriting } from '../../parts/useWriting.ts'
import { WriteButton } from '../../parts/WriteButton.tsx'
import { useMay, useSession } from '../../session.ts'
import { handInLack, whyNotHandIn } from './handInLacks.ts'
import { StaysHere } from './StaysHere.tsx'
import type { Scenario } from './scenarioAnswer.ts'

/** Hands the scenario in as a case, as it is on the screen. */
export function SubmitScenario({ scenario, why }: { readonly scenario: Scenario; readonly why: string | undefined }) {
  const { t } = useTranslation()
  const session = useSession()
  const names = useAreaNames()
  const writing = useWriting()('scenario.submit')
  const mayRead = useMay()('case.read')
  const say = useNotice()
  const edit = useCommand('EditScenario')
  const command = useCommand('SubmitScenario')
  const today = session?.today ?? scenario.asOf
  const [open, setOpen] = useState(false)
  const [planRef, setPlanRef] = useState('')
  const [documentRef, setDocumentRef] = useState('')
  const [wantedFrom, setWantedFrom] = useState<string>([scenario.asOf, today].toSorted().at(-1) ?? today)
  const [note, setNote] = useState('')
  const { region, stays } = scenario.handIn
  const whyNot = whyNotHandIn(scenario)
  const reason = whyNot === null ? undefined : t(`handIn.${whyNot}`, { number: scenario.proposal?.number ?? '' })
  const from = EffectiveDate.safeParse(wantedFrom)
  const lack = handInLack(scenario, { planRef, wantedFrom: from.data })
  const notReady = lack === null ? undefined : t(`handIn.${lack}`, { region: names.region(region ?? '') })
  const submit = async () => {
    if (region === null || !from.success) return
    let { revision } = scenario
    if (stays.length > 0) {
      const edits = stays.map(({ change }) => ({ kind: 'switch' as const, change, on: false }))
      try {
        revision = (await edit.sendAndWait({ scenario: scenario.scenario, edits })).revision
      } catch {
        // Said in the sheet.
        return
      }
    }
    const sent = { case: scenario.nextCase, scenario: scenario.scenario, revision }
    command.send(
      {
        ...sent,
        region,
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
          const number = caseNumber(sent.case)
          say({
            text: t('handIn.done', { number }),
            link: mayRead && (
              <Link to="/sager/$case" params={{ case: sent.case }}>
                {t('handIn.open', { number })}
              </Link>
            ),
          })
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
        lead={t('handIn.lead', { count: scenario.count.on - stays.length })}
        open={open}
        onClose={() => setOpen(false)}
        onSubmit={() => void submit()}
        submit={t('handIn.submit')}
        busy={edit.busy || command.busy}
        error={edit.error ?? command.error}
        notReady={notReady}
      >
        {region !== null && (
          <p className="statement">
            {t('handIn.region')} <strong>{names.region(region)}</strong>
          </p>
        )}
        {stays.length > 0 && <StaysHere scenario={scenario} />}
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

function textOrNull(text: string): string | null {
  return text.trim() === '' ? null : text.trim()
}
