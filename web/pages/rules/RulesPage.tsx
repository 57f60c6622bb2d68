import { useTranslation } from 'react-i18next'
import { Page } from '../../parts/Page.tsx'

/** The page, before its content. */
export function RulesPage() {
  const { t } = useTranslation()
  return (
    <Page title={t('rules.title')}>
      <span />
    </Page>
  )
}
