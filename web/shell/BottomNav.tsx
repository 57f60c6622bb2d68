import { Link, useLocation } from '@tanstack/react-router'
import { useId, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { Icon } from '../parts/Icon.tsx'
import { type NavItem, useNavigation } from './navigation.ts'

/** As many as a narrow phone holds with their whole names; the last place is the menu's when there are more. */
const places = 5

/** The main menu of a phone. The wide screen has it in the top bar; only one of the two is ever shown. */
export function BottomNav() {
  const { t } = useTranslation()
  const items = useNavigation()
  const shown = items.length > places ? items.slice(0, places - 1) : items
  const more = items.slice(shown.length)
  return (
    <nav className="bottom-nav" aria-label={t('shell.nav.label')}>
      {shown.map((item) => (
        <Place key={item.to} item={item} />
      ))}
      {more.length > 0 && <More items={more} />}
    </nav>
  )
}

/** The other pages, in a menu that Escape, a press beside it and a choice close. */
function More({ items }: { readonly items: readonly NavItem[] }) {
  const { t } = useTranslation()
  const id = useId()
  const menu = useRef<HTMLDivElement>(null)
  const { pathname } = useLocation()
  const isHere = items.some(({ to }) => pathname === to || pathname.startsWith(`${to}/`))
  return (
    <>
      <button type="button" className={isHere ? 'active' : ''} popoverTarget={id}>
        <Icon name="menu" size={22} />
        <span>{t('shell.more')}</span>
      </button>
      <div ref={menu} id={id} popover="auto" className="bottom-more">
        {items.map((item) => (
          <Place key={item.to} item={item} onPress={() => menu.current?.hidePopover()} />
        ))}
      </div>
    </>
  )
}

function Place({ item, onPress }: { readonly item: NavItem; readonly onPress?: () => void }) {
  const { to, icon, label, count } = item
  return (
    <Link to={to} {...(onPress === undefined ? {} : { onClick: onPress })}>
      <Icon name={icon} size={22} />
      <span>{label}</span>
      {count !== undefined && count.value > 0 && (
        <span className="badge" title={count.spoken}>
          {count.value}
        </span>
      )}
    </Link>
  )
}
