import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { viewQuery } from '../../../api.ts'
import { useGroupName } from '../../caps/useGroupName.ts'
import { madeUpId, madeUpNumber, numbersIn } from '../places/madeUp.ts'
import type { Scenario } from '../scenarioAnswer.ts'
import { newChange, type ScenarioEditing } from '../scenarioEditing.ts'
import { pointLine } from '../typedPoints.ts'
import type { Siting, Solved } from './sitingAsked.ts'
import { specialistEdits } from './sitingChanges.ts'

type Chosen = Solved['chosen'][number]

/** Puts the places of an answer into the scenario in one step: who works at the clinics is asked for first. */
export function useApplySiting(scenario: Scenario, editing: ScenarioEditing) {
  const { t } = useTranslation()
  const client = useQueryClient()
  const groupName = useGroupName()
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<unknown>(null)
  const apply = async ({ group, result }: Siting): Promise<boolean> => {
    if (result.state !== 'solved') return false
    setBusy(true)
    setError(null)
    try {
      const { scenario: id, asOf, changes } = scenario
      const providers = new Map(
        await Promise.all(
          result.chosen.flatMap(({ id: clinic }) =>
            clinic === null
              ? []
              : [
                  client
                    .fetchQuery(viewQuery('clinic', { clinic, scenario: id, asOf }))
                    .then((answer) => [clinic, answer.providers] as const),
                ],
          ),
        ),
      )
      const placements = new Map(
        await Promise.all(
          result.chosen
            .filter((site) => site.id === null)
            .map(async (site) => {
              const [lng, lat] = site.position
              return [site, await client.fetchQuery(viewQuery('placement', { lng, lat, asOf }))] as const
            }),
        ),
      )
      const taken = numbersIn(changes)
      const placeName = ({ name, position }: Chosen) => name ?? pointLine(position)
      editing.edit([
        ...specialistEdits(result.chosen, {
          ...{ on: asOf, newId: newChange, group, providers, placements },
          comment: t('siting.hypothetical', { group: groupName(group) }),
          madeUp: madeUpId,
          newNumber: () => {
            const number = madeUpNumber(taken)
            taken.add(number)
            return number
          },
          words: {
            issuer: t('siting.issuer'),
            clinicName: (site) => t('siting.clinicName', { place: placeName(site) }),
            addressText: placeName,
          },
        }),
      ])
      return true
    } catch (reason) {
      setError(reason)
      return false
    } finally {
      setBusy(false)
    }
  }
  return { busy, error, apply }
}
