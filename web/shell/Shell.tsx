import { Outlet, useSearch } from '@tanstack/react-router'
import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { LiveContext, useChanges } from '../live.ts'
import { liveRegionId } from '../parts/announce.ts'
import { speak } from '../text/i18n.ts'
import { Banner } from './Banner.tsx'
import { BottomNav } from './BottomNav.tsx'
import { ScenarioMark } from './ScenarioMark.tsx'
import { Shortcuts } from './Shortcuts.tsx'
import { TopBar } from './TopBar.tsx'
import { UnknownNote } from './UnknownNote.tsx'

/** The frame around every page. */
export function Shell() {
  const { t } = useTranslation()
  const { lang } = useSearch({ from: '__root__' })
  const live = useChanges()
  useEffect(() => {
    if (lang !== undefined) speak(lang)
  }, [lang])
  return (
    <LiveContext value={live}>
      <a className="skip-link" href="#content">
        {t('shell.skip')}
      </a>
      <TopBar />
      <Banner />
      <ScenarioMark />
      <UnknownNote />
      <main id="content" tabIndex={-1}>
        <Outlet />
      </main>
      <BottomNav />
      <Shortcuts />
      <div id={liveRegionId} className="visually-hidden" aria-live="polite" />
    </LiveContext>
  )
}
