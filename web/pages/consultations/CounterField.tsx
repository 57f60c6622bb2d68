import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ask, RequestError, viewQuery } from '../../api.ts'
import { Refused } from '../../parts/Refused.tsx'
import { Select } from '../../parts/Select.tsx'
import { useMay } from '../../session.ts'
import type { ReplyDraft } from './replyDraft.ts'

/** A scenario that was chosen and is not here yet. */
export type Coming = { readonly scenario: string; readonly name: string }

/** Puts one of the municipality's own scenarios beside the application, as it is when it is chosen. */
export function CounterField({
  value,
  coming,
  onComing,
  onChange,
}: {
  readonly value: ReplyDraft['counterProposal']
  /** The scenario that is fetched; null while none is. */
  readonly coming: Coming | null
  readonly onComing: (coming: Coming | null) => void
  readonly onChange: (value: ReplyDraft['counterProposal']) => void
}) {
  const { t } = useTranslation()
  const [error, setError] = useState<RequestError | null>(null)
  const may = useMay()('scenario.use')
  const { data } = useQuery({ ...viewQuery('scenarios', {}), enabled: may })
  const own = (data?.rows ?? []).filter(({ mine, count }) => mine && count.on > 0)
  if (own.length === 0 && value === null) return null
  const choose = async (scenario: string) => {
    setError(null)
    const row = own.find((one) => one.scenario === scenario)
    if (row === undefined) return onChange(null)
    onComing(row)
    try {
      const { revision, name } = await ask('scenario', { scenario })
      onChange({ scenario, revision, name })
    } catch (reason) {
      if (!(reason instanceof RequestError)) throw reason
      setError(reason)
    } finally {
      onComing(null)
    }
  }
  const options = [
    { value: '', label: t('hearings.reply.noCounter') },
    ...own.map(({ scenario, name }) => ({ value: String(scenario), label: name })),
  ]
  const isListed = value === null || options.some((option) => option.value === value.scenario)
  return (
    <div className="reply-counter">
      <Select
        label={t('hearings.reply.counter')}
        showLabel
        value={coming?.scenario ?? value?.scenario ?? ''}
        disabled={coming !== null}
        options={isListed ? options : [...options, { value: value.scenario, label: value.name }]}
        onChange={(scenario) => void choose(scenario)}
      />
      <p className="muted">{t('hearings.reply.counterHint')}</p>
      <Refused error={error} />
    </div>
  )
}
