import { useTranslation } from 'react-i18next'
import { EmptyState } from '../../parts/EmptyState.tsx'
import { Page } from '../../parts/Page.tsx'
import { useAreas, useScope } from '../../shell/scope.ts'
import { RegionRules } from './RegionRules.tsx'
import './rules.css'

/** The rule sets of a region: every parameter with its source, what it would do if it were another, and who decided. */
export function RulesPage() {
  const { t } = useTranslation()
  const { region } = useScope()
  return (
    <Page title={t('rules.title')} lead={t('rules.lead')}>
      {region === null ? <ChooseRegion /> : <RegionRules region={region} />}
    </Page>
  )
}

function ChooseRegion() {
  const { t } = useTranslation()
  const { setRegion } = useScope()
  const areas = useAreas().data
  return (
    <EmptyState icon="book" title={t('rules.region')} text={t('rules.chooseRegion')}>
      {areas?.regions.map(({ code, name }) => (
        <button key={code} type="button" className="button button-secondary" onClick={() => setRegion(code)}>
          {name}
        </button>
      ))}
    </EmptyState>
  )
}
