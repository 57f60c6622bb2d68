import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { viewQuery } from '../../api.ts'
import { Select } from '../../parts/Select.tsx'
import type { Scenario } from './scenarioAnswer.ts'

/** What A is: the register that the scenario stands on, or another scenario. */
export function CompareWith({
  scenario,
  chosen,
  onChoose,
}: {
  readonly scenario: Scenario
  readonly chosen: string | undefined
  readonly onChoose: (scenario: string | undefined) => void
}) {
  const { t } = useTranslation()
  const { data } = useQuery(viewQuery('scenarios', {}))
  const others = (data?.rows ?? []).filter((row) => row.scenario !== scenario.scenario)
  return (
    <Select
      label={t('laboratory.head.compare')}
      showLabel
      value={chosen ?? 'base'}
      options={[
        { value: 'base', label: t('laboratory.head.baseName') },
        ...others.map((row) => ({ value: row.scenario, label: row.name })),
      ]}
      onChange={(value) => onChoose(value === 'base' ? undefined : value)}
    />
  )
}
