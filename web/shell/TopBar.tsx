import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { RegionCode } from '#events/identifiers'
import { Segmented } from '../parts/Segmented.tsx'
import { Select } from '../parts/Select.tsx'
import { useSession } from '../session.ts'
import { speak, useLanguage } from '../text/i18n.ts'
import { TimePill } from '../time/TimePill.tsx'
import { Account } from './Account.tsx'
import { useSetLanguage } from './language.ts'
import { useNavigation } from './navigation.ts'
import { Search } from './Search.tsx'
import { useAreas, useScope } from './scope.ts'

/** Scope, navigation, search, time, language and account: 56 px on every page. */
export function TopBar() {
  const { t } = useTranslation()
  const language = useLanguage()
  const setLanguage = useSetLanguage()
  const session = useSession()
  const items = useNavigation()
  return (
    <header className="top-bar">
      <Link to="/kort" className="brand" aria-label={t('shell.home')}>
        <Logo />
        <span className="brand-name">{t('shell.product')}</span>
      </Link>
      <ScopeSelect />
      <nav className="top-nav" aria-label={t('shell.nav.label')}>
        {items.map((item) => (
          <Link key={item.to} to={item.to}>
            {item.label}
            {item.count !== undefined && item.count.value > 0 && (
              <span className="count" title={item.count.spoken}>
                {item.count.value}
              </span>
            )}
          </Link>
        ))}
      </nav>
      <div className="top-tools">
        {session?.demo === true && (
          <span className="demo-tag" title={t('shell.demoNote')}>
            {t('shell.demo')}
          </span>
        )}
        <Search />
        <TimePill />
        <Segmented
          label={t('shell.language')}
          size="small"
          value={language}
          onChange={(chosen) => {
            speak(chosen)
            setLanguage(chosen)
          }}
          options={[
            { value: 'da', label: <Short text="DA" spoken={t('shell.danish')} /> },
            { value: 'en', label: <Short text="EN" spoken={t('shell.english')} /> },
          ]}
        />
        <Account />
      </div>
    </header>
  )
}

function ScopeSelect() {
  const { t } = useTranslation()
  const { region, setRegion } = useScope()
  const areas = useAreas().data
  const options = [
    { value: 'dk', label: t('shell.wholeCountry') },
    ...(areas?.regions ?? []).map((one) => ({ value: String(one.code), label: one.name })),
  ]
  return (
    <Select
      className="scope"
      label={t('shell.scope')}
      value={region ?? 'dk'}
      options={options}
      onChange={(chosen) => setRegion(chosen === 'dk' ? 'dk' : RegionCode.parse(chosen))}
    />
  )
}

function Short({ text, spoken }: { readonly text: string; readonly spoken: string }) {
  return (
    <>
      <span aria-hidden="true">{text}</span>
      <span className="visually-hidden">{spoken}</span>
    </>
  )
}

function Logo() {
  return (
    <svg className="logo" viewBox="0 0 32 32" width={28} height={28} aria-hidden="true">
      <rect width="32" height="32" rx="8" />
      <circle cx="16" cy="17.5" r="2.2" />
      <path d="M10.6 20.4a6 6 0 1 1 9.2 2M7.4 13.4a10 10 0 0 1 18.2 7" />
    </svg>
  )
}
