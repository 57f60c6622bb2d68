import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Verdict, VerdictIcon } from '../../parts/Verdict.tsx'
import { useWords } from '../../text/words.ts'
import type { Told } from './answer.ts'

/** The verdict as a chip; advice says so instead, because it is never a fault. */
export function ToldVerdict({ finding }: { readonly finding: Told }) {
  const { t } = useTranslation()
  const isAdvice = finding.strength === 'recommendation' && finding.outcome === 'breach'
  if (!isAdvice) return <Verdict outcome={finding.outcome} />
  return (
    <span className="chip tone-consult">
      <VerdictIcon outcome="needs-consultation" size={16} />
      {t('followUp.advice')}
    </span>
  )
}

/**
 * A finding in a table: its verdict, unless that is said once of many rows, the sentence that says why, and under it what
 * can be done about it.
 */
export function FindingCell({
  finding,
  isSaid = false,
  children,
}: {
  readonly finding: Told | null
  readonly isSaid?: boolean
  readonly children?: ReactNode
}) {
  const words = useWords()
  return (
    <td className="finding-cell">
      {finding !== null && !isSaid && <ToldVerdict finding={finding} />}
      {finding !== null && <span className="muted">{words.finding(finding)}</span>}
      {children}
    </td>
  )
}

/** The verdict in words, as a table for a spreadsheet says it. */
export function useVerdictWord(): (finding: Told | null) => string {
  const { t } = useTranslation()
  return (finding) =>
    finding === null
      ? ''
      : finding.strength === 'recommendation' && finding.outcome === 'breach'
        ? t('followUp.advice')
        : t(`shell.verdict.${finding.outcome}`)
}
