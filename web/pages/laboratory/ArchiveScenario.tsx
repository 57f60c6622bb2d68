import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { announce } from '../../parts/announce.ts'
import { FormSheet } from '../../parts/FormSheet.tsx'
import { TextField } from '../../parts/TextField.tsx'
import { useCommand } from '../../parts/useCommand.ts'
import type { Scenario } from './scenarioAnswer.ts'

/** Puts a scenario away for good, with a reason; it can still be read. */
export function ArchiveScenario({
  scenario,
  open,
  onClose,
}: {
  readonly scenario: Scenario
  readonly open: boolean
  readonly onClose: () => void
}) {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const archive = useCommand('ArchiveScenario')
  const [reason, setReason] = useState('')
  return (
    <FormSheet
      title={t('scenarios.archive.title')}
      lead={t('scenarios.archive.lead')}
      open={open}
      onClose={onClose}
      onSubmit={() =>
        archive.send(
          { scenario: scenario.scenario, reason: reason.trim() },
          {
            onDone: () => {
              announce(t('scenarios.archive.done'))
              onClose()
              void navigate({ to: '/lofter' })
            },
          },
        )
      }
      submit={t('scenarios.archive.button')}
      busy={archive.busy}
      error={archive.error}
      notReady={reason.trim() === '' ? t('scenarios.archive.needReason') : undefined}
    >
      <TextField label={t('scenarios.archive.reason')} maxLength={2000} value={reason} onChange={setReason} />
    </FormSheet>
  )
}
