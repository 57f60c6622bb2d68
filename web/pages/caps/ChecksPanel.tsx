import { useTranslation } from 'react-i18next'
import type { CapBasis } from '#api/views/caps'
import type { Outcome } from '#events/finding'
import { number } from '../../format.ts'
import { useAreaNames } from '../../parts/areaNames.ts'
import { Panel } from '../../parts/Panel.tsx'
import { VerdictIcon } from '../../parts/Verdict.tsx'
import { useLanguage } from '../../text/i18n.ts'
import type { CapArea, Caps } from './capsAnswer.ts'
import { type Check, checksOf } from './checks.ts'
import type { Near } from './nearHome.ts'
import { useGroupName } from './useGroupName.ts'
import { useShortList } from './useShortList.ts'

/** Names that a sentence has before the rest are a number. */
const named = 4

const nearOutcomes = {
  near: 'pass',
  far: 'breach',
  family: 'not-applicable',
  notSmall: 'not-applicable',
  noSize: 'needs-information',
  waiting: 'needs-information',
  failed: 'needs-information',
  noPlan: 'needs-information',
} as const satisfies Record<Near['state'], Outcome>

/** What was looked at for the chosen group, in words: verdict first, then who and where. */
export function ChecksPanel({
  data,
  group,
  basis,
  grandfathered,
  near,
}: {
  readonly data: Caps
  readonly group: string
  readonly basis: CapBasis
  readonly grandfathered: boolean
  readonly near: Near
}) {
  const { t } = useTranslation()
  const say = useCheckWords(group)
  const nearWords = useNearWords()
  const lines = [
    ...checksOf(data, group, basis, grandfathered).map((check) => ({
      key: check.code,
      outcome: check.outcome,
      text: say(check),
    })),
    { key: 'near', outcome: nearOutcomes[near.state], text: nearWords(near) },
  ]
  return (
    <Panel title={t('caps.check.title')} aside={t('caps.check.sub')} className="flush">
      <ul className="caps-checks">
        {lines.map(({ key, outcome, text }) => (
          <li key={key}>
            <span className={`tone-${tones[outcome]}`}>
              <VerdictIcon outcome={outcome} />
            </span>
            <span>
              <strong>{t(`shell.verdict.${outcome}`)}:</strong> {text}
            </span>
          </li>
        ))}
      </ul>
    </Panel>
  )
}

const tones = {
  pass: 'ok',
  breach: 'breach',
  'needs-consultation': 'consult',
  'needs-information': 'missing',
  'not-applicable': 'na',
} as const satisfies Record<Outcome, string>

function useCheckWords(group: string): (check: Check) => string {
  const { t } = useTranslation()
  const nameOf = useGroupName()
  const short = useShortList(named)
  const areas = (of: readonly CapArea[]) => short(of.map(({ name }) => name))
  const words = { group: nameOf(group) }
  return (check) => {
    switch (check.code) {
      case 'over':
        return t('caps.check.over', {
          ...words,
          areas: check.areas
            .map(({ area, excess }) => t('caps.check.overArea', { area: area.name, count: excess }))
            .join('; '),
        })
      case 'someCaps':
      case 'hidden':
        return t(`caps.check.${check.code}`, { ...words, areas: areas(check.of) })
      case 'all':
      case 'toEnd':
      case 'grace':
      case 'withoutPlace':
        return t(`caps.check.${check.code}`, { count: check.count })
      case 'allWithin':
        return t('caps.check.allWithin', { known: check.known, total: check.total })
      default:
        return t(`caps.check.${check.code}`, words)
    }
  }
}

function useNearWords(): (near: Near) => string {
  const { t } = useTranslation()
  const language = useLanguage()
  const names = useAreaNames()
  const short = useShortList(named)
  return ({ state, far, maxKm, smallBelow }) => {
    const km = number(maxKm, language)
    switch (state) {
      case 'near':
        return t('caps.check.near', { km })
      case 'far':
        return t('caps.check.far', { km, municipalities: short((far ?? []).map(names.municipality)) })
      case 'family':
        return t('caps.check.nearFamily')
      case 'notSmall':
        return t('caps.check.notSmall', { limit: number(smallBelow, language) })
      case 'waiting':
        return t('caps.check.nearWaiting')
      case 'noSize':
        return t('caps.check.nearUnknown', { why: t('caps.check.noSize') })
      case 'noPlan':
        return t('caps.check.nearUnknown', { why: t('caps.proof.noRuleSet') })
      default:
        return t('caps.check.nearUnknown', { why: t('caps.check.noCoverage') })
    }
  }
}
