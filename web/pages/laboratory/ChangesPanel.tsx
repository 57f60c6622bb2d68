import { memo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../parts/Button.tsx'
import { Panel } from '../../parts/Panel.tsx'
import { Switch } from '../../parts/Switch.tsx'
import { ChangeLine } from './ChangeLine.tsx'
import type { Change, Scenario } from './scenarioAnswer.ts'
import type { ScenarioEditing } from './scenarioEditing.ts'
import { useChangeWords, withChangesNamed } from './useChangeWords.ts'

/** Lines shown before the rest is asked for. */
const shownFirst = 20

/** Every change of the scenario in order: on or off, moved, commented, removed, and what is wrong with it. */
export const ChangesPanel = memo(function ChangesPanel({
  scenario,
  editing,
  why,
  onGo,
}: {
  readonly scenario: Scenario
  readonly editing: ScenarioEditing
  readonly why: string | undefined
  readonly onGo: (change: Change) => void
}) {
  const { t } = useTranslation()
  const [onlyProblems, setOnlyProblems] = useState(false)
  const [more, setMore] = useState(shownFirst)
  const { changes, problems } = scenario
  const say = useChangeWords(scenario.asOf, changes)
  const troubled = changes.filter(isTroubled)
  const wanted = onlyProblems && troubled.length > 0 ? troubled : changes
  const shown = wanted.slice(0, more)
  const wordsOf = (id: string) => {
    const one = changes.find(({ change }) => change === id)
    return one === undefined ? id : say(one)
  }
  /** What a change comes after when it is moved up or down. */
  const places = (change: Change) => {
    const at = changes.indexOf(change)
    return { up: at === 0 ? undefined : (changes[at - 2]?.change ?? null), down: changes[at + 1]?.change }
  }
  return (
    <Panel
      title={t('laboratory.changes.title')}
      aside={t('laboratory.changes.sub', { on: changes.filter(({ on }) => on).length, all: changes.length })}
      className="flush lab-changes"
    >
      {problems.errors + problems.warnings > 0 && (
        <div className="lab-pad">
          <Switch
            label={t('laboratory.changes.onlyProblems', { count: troubled.length })}
            on={onlyProblems}
            onChange={setOnlyProblems}
          />
        </div>
      )}
      {changes.length === 0 && <p className="panel-note lab-pad">{t('laboratory.changes.none')}</p>}
      <ol>
        {shown.map((change) => (
          <ChangeLine
            key={change.change}
            change={change}
            problems={
              // The same list for a line without problems, so that it is not drawn again.
              change.problems.length === 0
                ? change.problems
                : change.problems.map((one) => ({ ...one, params: withChangesNamed(one.params, wordsOf) }))
            }
            what={say(change)}
            conflict={scenario.conflicts.find((one) => one.change === change.change)}
            why={why}
            {...places(change)}
            editing={editing}
            onGo={onGo}
          />
        ))}
      </ol>
      {wanted.length > shown.length && (
        <p className="lab-pad">
          <Button onPress={() => setMore(more + 100)}>
            {t('laboratory.changes.more', { count: Math.min(100, wanted.length - shown.length) })}
          </Button>
        </p>
      )}
    </Panel>
  )
})

function isTroubled({ problems }: Change): boolean {
  return problems.some(({ severity }) => severity !== 'information')
}
