import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { ask, viewQuery } from '../../api.ts'
import { Select } from '../../parts/Select.tsx'
import { useMay } from '../../session.ts'
import type { ReplyDraft } from './replyDraft.ts'

/** Puts one of the municipality's own scenarios beside the application, as it is when it is chosen. */
export function CounterField({
  value,
  onChange,
}: {
  readonly value: ReplyDraft['counterProposal']
  readonly onChange: (value: ReplyDraft['counterProposal']) => void
}) {
  const { t } = useTranslation()
  const may = useMay()('scenario.use')
  const { data } = useQuery({ ...viewQuery('scenarios', {}), enabled: may })
  const own = (data?.rows ?? []).filter(({ mine, count }) => mine && count.on > 0)
  if (own.length === 0 && value === null) return null
  const choose = async (scenario: string) => {
    if (scenario === '') return onChange(null)
    const { revision, name } = await ask('scenario', { scenario })
    onChange({ scenario, revision, name })
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
        value={value?.scenario ?? ''}
        options={isListed ? options : [...options, { value: value.scenario, label: value.name }]}
        onChange={(scenario) => void choose(scenario)}
      />
      <p className="muted">{t('hearings.reply.counterHint')}</p>
    </div>
  )
}
