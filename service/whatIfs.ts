import { createCollisions } from './collisions.ts'
import { createCoverageEffects } from './coverageEffects.ts'
import { createParameterPreview } from './parameterPreview.ts'
import type { AsyncQuery, WhatIfName } from './queries/query.ts'
import type { Scenarios } from './scenarios.ts'

/** The answer to every view of the contract that asks what would happen if. */
export function createWhatIfs(scenarios: Scenarios): { readonly [Name in WhatIfName]: AsyncQuery<Name> } {
  return {
    collisions: createCollisions(scenarios),
    coverageEffects: createCoverageEffects(scenarios),
    parameterPreview: createParameterPreview(scenarios),
  }
}
