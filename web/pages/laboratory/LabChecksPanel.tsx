import { useTranslation } from 'react-i18next'
import { number } from '../../format.ts'
import { Panel } from '../../parts/Panel.tsx'
import { VerdictIcon } from '../../parts/Verdict.tsx'
import { useLanguage } from '../../text/i18n.ts'
import type { Caps } from '../caps/capsAnswer.ts'
import { useGroupName } from '../caps/useGroupName.ts'
import { type LabCheck, labChecks } from './labChecks.ts'
import type { Matrix } from './matrix.ts'
import type { Scenario } from './scenarioAnswer.ts'

/** What was looked at for B, brought up to date with every cell that is set. */
export function LabChecksPanel({
  matrix,
  group,
  problems,
  board,
}: {
  readonly matrix: Matrix
  readonly group: string
  readonly problems: Scenario['problems']
  readonly board: Pick<Caps, 'areas' | 'overlaps'>
}) {
  const { t } = useTranslation()
  const language = useLanguage()
  const groupName = useGroupName()
  const words = { group: groupName(group) }
  const nameOf = (code: string) => board.areas.find((area) => area.code === code)?.name ?? code
  const say = (check: LabCheck): string => {
    switch (check.code) {
      case 'over':
        return t('laboratory.check.over', {
          ...words,
          areas: check.of
            .map(({ area, count }) => t('laboratory.check.overArea', { area: nameOf(area), count }))
            .join('; '),
        })
      case 'beyond':
        return t('laboratory.check.beyond', {
          ...words,
          areas: check.of
            .map(({ area, cap, count }) => t('laboratory.check.beyondArea', { area: nameOf(area), cap, count }))
            .join('; '),
        })
      case 'all':
      case 'errors':
      case 'warnings':
      case 'unknown':
        return t(`laboratory.check.${check.code}`, { ...words, count: check.count })
      case 'sumSame':
        return t('laboratory.check.sumSame', { ...words, cap: number(check.cap, language) })
      case 'sumDiffers':
        return t('laboratory.check.sumDiffers', {
          ...words,
          cap: number(check.cap, language),
          before: number(check.before, language),
        })
      default:
        return t(`laboratory.check.${check.code}`, words)
    }
  }
  return (
    <Panel title={t('laboratory.check.title')} aside={t('laboratory.check.sub')} className="flush">
      <ul className="caps-checks">
        {labChecks(matrix, group, problems, board).map((check) => (
          <li key={check.code}>
            <VerdictIcon outcome={check.outcome} />
            <span>
              <strong>{t(`shell.verdict.${check.outcome}`)}:</strong> {say(check)}
            </span>
          </li>
        ))}
      </ul>
    </Panel>
  )
}
