import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ErrorSummary } from '../../parts/ErrorSummary.tsx'
import { FormSheet } from '../../parts/FormSheet.tsx'
import type { Found } from './palliativeDrafts.ts'

/** A form in a sheet that names everything that is wrong at once, when one tries to send it, and beside each field. */
export function CheckedSheet({
  title,
  lead,
  problems,
  busy,
  error,
  onSubmit,
  onClose,
  children,
}: {
  readonly title: string
  readonly lead?: string
  readonly problems: readonly Found[]
  readonly busy: boolean
  readonly error: unknown
  readonly onSubmit: () => void
  readonly onClose: () => void
  /** The fields; `wrong` gives a field's error once one has tried to send. */
  readonly children: (wrong: (field: string) => string | undefined) => ReactNode
}) {
  const { t } = useTranslation()
  const [attempt, setAttempt] = useState(0)
  const said = problems.map(({ field, code }) => ({ field, text: t(`municipal.forms.problems.${code}`) }))
  const shown = attempt > 0 ? said : []
  return (
    <FormSheet
      title={title}
      {...(lead === undefined ? {} : { lead })}
      open
      onClose={onClose}
      busy={busy}
      error={error}
      onSubmit={() => {
        setAttempt((was) => was + 1)
        if (problems.length === 0) onSubmit()
      }}
    >
      <ErrorSummary title={t('municipal.forms.wrong', { count: shown.length })} problems={shown} attempt={attempt} />
      {children((field) => shown.find((one) => one.field === field)?.text)}
    </FormSheet>
  )
}
