import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { EmptyState } from '../parts/EmptyState.tsx'

/** An address that matches nothing. */
export function Missing() {
  const { t } = useTranslation()
  return (
    <EmptyState icon="map" title={t('shell.state.missingTitle')} text={t('shell.state.missingText')}>
      <Link className="button button-primary" to="/kort">
        {t('shell.state.toMap')}
      </Link>
    </EmptyState>
  )
}
