import { useTranslation } from 'react-i18next'
import { date } from '../../format.ts'
import { Confirm } from '../../parts/Confirm.tsx'
import { useLanguage } from '../../text/i18n.ts'
import type { CaseFile } from './caseFile.ts'
import { HearingStillOpen } from './HearingStillOpen.tsx'
import { conditionsOf, type RulingDraft } from './rulingDraft.ts'

/** What recording the ruling will do, said once more before it is done. */
export function ConfirmRuling({
  draft,
  file,
  open,
  onConfirm,
  onClose,
}: {
  readonly draft: RulingDraft
  readonly file: CaseFile
  readonly open: boolean
  readonly onConfirm: () => void
  readonly onClose: () => void
}) {
  const { t } = useTranslation()
  const language = useLanguage()
  const { outcome, effectiveFrom } = draft
  if (outcome === null) return null
  const conditions = conditionsOf(draft).length
  return (
    <Confirm
      title={t('cases.decision.confirmTitle')}
      open={open}
      doing={t(outcome === 'disagreement' ? 'cases.decision.sendDisagreement' : 'cases.decision.confirmDo')}
      onConfirm={onConfirm}
      onClose={onClose}
    >
      <p>
        <strong>{t(`cases.decision.outcomes.${outcome}`)}</strong>
        {outcome !== 'disagreement' && `. ${t('cases.ruling.effectiveFrom', { date: date(effectiveFrom, language) })}`}
        {conditions > 0 && `, ${t('cases.decision.conditionCount', { count: conditions })}`}
      </p>
      <p>{t(`cases.decision.consequences.${outcome}`)}</p>
      <HearingStillOpen file={file} />
      <p>{t('cases.decision.onlyWithdrawn')}</p>
    </Confirm>
  )
}
