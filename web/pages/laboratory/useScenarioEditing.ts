import { useQueryClient } from '@tanstack/react-query'
import { useState, useSyncExternalStore } from 'react'
import { afterPaint } from '../../parts/afterPaint.ts'
import { type EditState, type ScenarioEditing, scenarioEditing } from './scenarioEditing.ts'

/** The writing to one scenario, as long as the page shows it. */
export function useScenarioEditing(scenario: string): ScenarioEditing {
  const client = useQueryClient()
  const [editing] = useState(() => scenarioEditing(client, scenario, afterPaint))
  return editing
}

/** One thing of what is on its way. Only who shows it is drawn again when it changes. */
export function useEditState<Key extends keyof EditState>(editing: ScenarioEditing, key: Key): EditState[Key] {
  return useSyncExternalStore(editing.listen, () => editing.state()[key])
}
