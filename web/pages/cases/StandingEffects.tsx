import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { EventList } from '../../parts/EventList.tsx'
import type { CaseFile } from './caseFile.ts'

/** Streams in which a case is handled; every other one is the register. */
const procedure = /^(case|consultation|docket|meeting|message|seal)-/

/** What a ruling that no longer holds changed in the register: said, with the ways to correct it, never undone silently. */
export function StandingEffects({ file, lead }: { readonly file: CaseFile; readonly lead: string }) {
  const { t } = useTranslation()
  const changes = file.events.filter(({ stream }) => !procedure.test(stream))
  const [first] = changes
  if (first === undefined) return <p className="panel-note">{t('caseLife.withdrawn.nothing')}</p>
  return (
    <>
      <p className="stale-note" role="note">
        {lead}
      </p>
      <EventList events={changes} />
      <p className="panel-note">{t('caseLife.withdrawn.how')}</p>
      <Link to="/haendelser" search={{ stream: first.stream }}>
        {t('caseLife.withdrawn.log')}
      </Link>
    </>
  )
}
