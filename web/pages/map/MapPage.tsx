import { useTranslation } from 'react-i18next'
import { Page } from '../../parts/Page.tsx'

/** The page, before its content. */
export function MapPage() {
  const { t } = useTranslation()
  return (
    <Page title={t('map.title')}>
      <span />
    </Page>
  )
}
