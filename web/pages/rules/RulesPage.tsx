import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { ChooseRegion } from '../../parts/ChooseRegion.tsx'
import { Page } from '../../parts/Page.tsx'
import { useScope } from '../../shell/scope.ts'
import { RegionRules } from './RegionRules.tsx'
import './rules.css'

/** The rule sets of a region: every parameter with its source, what it would do if it were another, and who decided. */
export function RulesPage() {
  const { t } = useTranslation()
  const { region } = useScope()
  return (
    <Page title={t('rules.title')} lead={t('rules.lead')} aside={<Link to="/reform">{t('reform.link')}</Link>}>
      {region === null ? (
        <ChooseRegion icon="book" title={t('rules.region')} text={t('rules.chooseRegion')} />
      ) : (
        <RegionRules region={region} />
      )}
    </Page>
  )
}
