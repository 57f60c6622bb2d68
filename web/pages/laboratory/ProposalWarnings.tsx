import { useTranslation } from 'react-i18next'
import type { Outcome } from '#events/finding'
import { conditionWords } from '#events/glossary'
import { date } from '../../format.ts'
import { Button } from '../../parts/Button.tsx'
import { VerdictIcon } from '../../parts/Verdict.tsx'
import { useLanguage } from '../../text/i18n.ts'
import { useWords } from '../../text/words.ts'
import { useGroupName } from '../caps/useGroupName.ts'
import { useShortList } from '../caps/useShortList.ts'
import { proposalAreaName } from './proposalAsked.ts'
import type { CapProposal } from './scenarioAnswer.ts'

/** Lines that stand above the changes; the rest is opened on request. */
const shownFirst = 3
/** Names that a sentence has before the rest are a number. */
const named = 6

/** What stands in the way of a proposal or is to be known about it: limits against each other, ties, hidden sizes. */
export function ProposalWarnings({
  proposal: { groups, areas, overlaps, crossing, floor },
  onDraw,
}: {
  readonly proposal: CapProposal
  readonly onDraw: () => void
}) {
  const { t } = useTranslation()
  const groupName = useGroupName()
  const words = useWords()
  const language = useLanguage()
  const short = useShortList(named)
  const names = (codes: readonly string[]) =>
    short(
      codes.map((code) =>
        proposalAreaName(areas, code, {
          pool: t('laboratory.propose.poolName'),
          restOf: (region) => t('laboratory.propose.restOf', { region }),
        }),
      ),
    )
  const frameless = groups.filter(({ frame }) => frame === null)
  const lines = [
    ...overlaps.map((overlap) => ({
      key: `overlap ${overlap.areas.join(' ')}`,
      outcome: 'breach' as const,
      text: t('laboratory.propose.overlap', { areas: names(overlap.areas) }),
    })),
    ...crossing.map(({ area, name, regions }) => ({
      key: `crossing ${area}`,
      outcome: 'needs-information' as const,
      text: t('laboratory.propose.crossing', { area: name, regions: regions.join(', ') }),
    })),
    ...groups.flatMap(({ group, infeasible }) =>
      infeasible === null
        ? []
        : [
            {
              key: `infeasible ${group}`,
              outcome: 'breach' as const,
              text: t(`laboratory.propose.infeasible.${infeasible.code}`, {
                areas: 0,
                minimum: 0,
                minutes: floor?.minutes ?? 0,
                needed: 0,
                count: 'areas' in infeasible ? infeasible.areas : 0,
                ...infeasible,
                group: groupName(group),
              }),
            },
          ],
    ),
    ...groups.flatMap(({ group, ties }) =>
      ties.map((tie) => ({
        key: `tie ${group} ${tie.areas.join(' ')}`,
        outcome: 'needs-information' as const,
        text: t('laboratory.propose.tie', { group: groupName(group), areas: names(tie.areas), count: tie.seats }),
      })),
    ),
    ...groups.flatMap(({ group, pool }) =>
      pool === null || pool.seats === null || pool.seats === 0
        ? []
        : [
            {
              key: `pool ${group}`,
              outcome: 'needs-information' as const,
              text: t('laboratory.propose.pool', {
                group: groupName(group),
                areas: names(pool.areas),
                count: pool.seats,
              }),
            },
          ],
    ),
    ...groups.flatMap(({ group, lot }) =>
      lot === null || lot.drawn.length === 0
        ? []
        : [
            {
              key: `lot ${group}`,
              outcome: 'pass' as const,
              text: t('laboratory.propose.drawn', {
                group: groupName(group),
                areas: names(lot.drawn),
                seed: lot.seed,
              }),
            },
          ],
    ),
    ...(floor === null
      ? []
      : [
          {
            key: 'floor',
            outcome: floor.instead === null ? ('pass' as const) : ('needs-information' as const),
            text: [
              t('laboratory.propose.floorProof', {
                minutes: floor.minutes,
                engine: t(`coverage.engine.${floor.engine}`, { detour: '' }),
                date: date(floor.populationAsOf, language),
              }),
              ...(floor.instead === null ? [] : [t(`coverage.instead.${floor.instead.failing}`)]),
            ].join(' '),
          },
        ]),
    ...(frameless.length === 0
      ? []
      : [
          {
            key: 'frameless',
            outcome: 'needs-information' as const,
            text: t('laboratory.propose.noFrameMany', {
              count: frameless.length,
              groups: short(frameless.map(({ group }) => groupName(group))),
              why: [...new Set(frameless.flatMap(({ missing }) => missing))]
                .filter((code) => code in conditionWords)
                .map(words.condition)
                .join(', '),
            }),
          },
        ]),
  ]
  if (lines.length === 0) return null
  // What prevents a group comes first: the changes below must stay in sight.
  const worst = lines.toSorted((a, b) => Number(b.outcome === 'breach') - Number(a.outcome === 'breach'))
  return (
    <section className="lab-warnings">
      <h3>{t('laboratory.propose.warnings')}</h3>
      <Lines lines={worst.slice(0, shownFirst)} />
      {worst.length > shownFirst && (
        <details>
          <summary>{t('laboratory.propose.moreWarnings', { count: worst.length - shownFirst })}</summary>
          <Lines lines={worst.slice(shownFirst)} />
        </details>
      )}
      {groups.some(({ ties }) => ties.length > 0) && <Button onPress={onDraw}>{t('laboratory.propose.draw')}</Button>}
    </section>
  )
}

interface Line {
  readonly key: string
  readonly outcome: Outcome
  readonly text: string
}

function Lines({ lines }: { readonly lines: readonly Line[] }) {
  return (
    <ul className="caps-checks">
      {lines.map(({ key, outcome, text }) => (
        <li key={key}>
          <VerdictIcon outcome={outcome} />
          <span>{text}</span>
        </li>
      ))}
    </ul>
  )
}
