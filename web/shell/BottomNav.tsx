import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { Icon } from '../parts/Icon.tsx'
import { useNavigation } from './navigation.ts'

/** The main menu of a phone. The wide screen has it in the top bar; only one of the two is ever shown. */
export function BottomNav() {
  const { t } = useTranslation()
  const items = useNavigation()
  return (
    <nav className="bottom-nav" aria-label={t('shell.nav.label')}>
      {items.map((item) => (
        <Link key={item.to} to={item.to}>
          <Icon name={item.icon} size={22} />
          <span>{item.label}</span>
          {item.count !== undefined && item.count.value > 0 && (
            <span className="badge" title={item.count.spoken}>
              {item.count.value}
            </span>
          )}
        </Link>
      ))}
    </nav>
  )
}
