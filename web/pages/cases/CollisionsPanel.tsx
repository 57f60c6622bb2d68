import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { caseNumber } from '#events/say/caseNumber'
import { type Answer, viewQuery } from '../../api.ts'
import { date } from '../../format.ts'
import { Icon } from '../../parts/Icon.tsx'
import { Panel } from '../../parts/Panel.tsx'
import { Verdict } from '../../parts/Verdict.tsx'
import { useLanguage } from '../../text/i18n.ts'
import { useWords } from '../../text/words.ts'
import { useMoment } from '../../time/moment.ts'
import type { CaseFile } from './caseFile.ts'
import { isOpen } from './progress.ts'
import './collisions.css'

type Collision = Answer<'collisions'>['collisions'][number]

/** Open cases that this one is lawful without and not with; nothing where there are none. Says so while it looks. */
export function CollisionsPanel({ file }: { readonly file: CaseFile }) {
  const { t } = useTranslation()
  const { past } = useMoment()
  const asked = isOpen(file.row.status) && !past
  const query = useQuery({ ...viewQuery('collisions', { case: file.row.case }), enabled: asked, retry: false })
  if (asked && query.isPending)
    return (
      <p className="muted" role="status">
        <span className="spinner" aria-hidden="true" /> {t('cases.collisions.waiting')}
      </p>
    )
  const collisions = asked ? (query.data?.collisions ?? []) : []
  if (collisions.length === 0) return null
  return (
    <Panel title={t('cases.collisions.title')} className="collisions-panel">
      <p className="muted">{t('cases.collisions.lead')}</p>
      <ul className="collisions">
        {collisions.map((collision) => (
          <Meeting key={collision.with.map((one) => one.case).join(' ')} collision={collision} own={file.row.case} />
        ))}
      </ul>
    </Panel>
  )
}

/** One other case, or several, and what is breached when all of them happen. */
function Meeting({ collision, own }: { readonly collision: Collision; readonly own: string }) {
  const { t } = useTranslation()
  const language = useLanguage()
  const words = useWords()
  const { findings, refused } = collision
  return (
    <li>
      <p className="collision-with">
        <Icon name="warning" size={16} />{' '}
        {collision.with.map((one) => (
          <Link key={one.case} to="/sager/$case" params={{ case: one.case }}>
            {one.number} {one.applicant}
            <span className="meta">
              {words.type(one.type)}, {t('cases.collisions.wanted', { date: date(one.wantedFrom, language) })}
            </span>
          </Link>
        ))}
      </p>
      {findings.map(({ case: of, number, rule, code, params }) => (
        <div key={`${of} ${rule}`} className="collision-finding">
          <span>
            {t(of === own ? 'cases.collisions.here' : 'cases.collisions.there', { number })}: {rule} {words.rule(rule)}{' '}
            <Verdict outcome="breach" />
          </span>
          <span className="muted">{words.finding({ code, params })}</span>
        </div>
      ))}
      {refused !== null && (
        <p className="collision-finding">
          {t('cases.collisions.refused', { number: caseNumber(refused.case) })}{' '}
          {words.refusal(refused.code, refused.params) ?? refused.code}
        </p>
      )}
    </li>
  )
}
