import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { MunicipalityCode, type ScenarioId } from '#events/identifiers'
import type { Target } from '../../map/selection.ts'
import type { CoverageState } from './CoverageLayer.tsx'
import { useCoverage, useCoveragePlace } from './useCoverage.ts'
import { useCoveragePicture } from './useCoveragePicture.ts'

/** The coverage layer of the map page: what is asked, what came of it, and what the map draws; `shown` while it is on. */
export function useCoverageLayer(
  shown: boolean,
  laid: { readonly scenario?: ScenarioId },
  target: Target | null,
  show: CoverageState['onChange'],
) {
  const client = useQueryClient()
  const [cancelled, setCancelled] = useState(false)
  const { coverage, before, reach, choice, compare, asked } = useCoverage(shown, laid)
  const answer = shown ? coverage.data : undefined
  const held = shown ? before?.data : undefined
  const code = MunicipalityCode.safeParse(target?.kind === 'municipality' ? target.id : undefined).data
  const place = useCoveragePlace(shown, code).data
  const state: CoverageState = {
    answer,
    before: held,
    waiting: coverage.isFetching || before?.isFetching === true,
    cancelled,
    error: coverage.error ?? before?.error ?? null,
    choice,
    compare,
    onChange: (change) => {
      setCancelled(false)
      show(change)
    },
    onRetry: () => {
      setCancelled(false)
      void coverage.refetch()
      void reach.refetch()
      void before?.refetch()
    },
  }
  const cancel = () => {
    setCancelled(true)
    void client.cancelQueries({ queryKey: ['view', 'coverage'] })
    void client.cancelQueries({ queryKey: ['view', 'coverageReach'] })
  }
  return {
    state,
    cancel,
    asked,
    place,
    reach: shown ? reach.data : undefined,
    picture: useCoveragePicture(answer, held),
  }
}
