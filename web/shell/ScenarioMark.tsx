import { useQuery } from '@tanstack/react-query'
import { Link, useLocation, useSearch } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { z } from 'zod'
import { caseNumber } from '#events/say/caseNumber'
import { PlannedScenarioId } from '#events/scenario'
import { viewQuery } from '../api.ts'
import { instant } from '../format.ts'
import { Icon } from '../parts/Icon.tsx'
import { useLanguage } from '../text/i18n.ts'

/**
 * The mark of every page that a scenario is laid over by its address: which one, the register it stands on, that it is not the
 * register, and the ways out. Inside the laboratory the page has its own.
 */
export function ScenarioMark() {
  const { scenario } = useSearch({ strict: false })
  const planned = PlannedScenarioId.safeParse(scenario).data
  return planned === undefined ? (
    scenario === undefined ? null : (
      <CaseMark scenario={scenario} />
    )
  ) : (
    <PlannedMark scenario={planned} />
  )
}

function PlannedMark({ scenario }: { readonly scenario: z.infer<typeof PlannedScenarioId> }) {
  const { t } = useTranslation()
  const language = useLanguage()
  const { data, isError } = useQuery(viewQuery('scenario', { scenario }))
  return (
    <div className="banner banner-scenario" role="status">
      <Icon name="layers" size={18} />
      <span>
        {data !== undefined
          ? t('laboratory.over.named', {
              name: data.name,
              at: instant(data.base.recordedAt, language),
            })
          : t(isError ? 'laboratory.over.unknown' : 'laboratory.over.some')}
      </span>
      <span className="banner-ways">
        {data !== undefined && (
          <Link to="/lofter/$scenario" params={{ scenario }}>
            {t('laboratory.over.open')}
          </Link>
        )}
        <WayOut />
      </span>
    </div>
  )
}

/** What a case would change, laid over the register. */
function CaseMark({ scenario }: { readonly scenario: string }) {
  const { t } = useTranslation()
  const id = /^case-(\d\d-\d{4})$/.exec(scenario)?.[1]
  return (
    <div className="banner banner-scenario" role="status">
      <Icon name="layers" size={18} />
      <span>
        {id === undefined ? t('laboratory.over.some') : t('laboratory.over.case', { number: caseNumber(id) })}
      </span>
      <span className="banner-ways">
        {id !== undefined && (
          <Link to="/sager/$case" params={{ case: id }}>
            {t('laboratory.over.toCase')}
          </Link>
        )}
        <WayOut />
      </span>
    </div>
  )
}

function WayOut() {
  const { t } = useTranslation()
  const { pathname } = useLocation()
  return (
    <Link to={pathname} search={(was) => ({ ...was, scenario: undefined })}>
      {t('laboratory.over.leave')}
    </Link>
  )
}
