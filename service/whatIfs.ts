import { createAlternatives } from './alternatives/alternatives.ts'
import { createCollisions } from './collisions.ts'
import { createCoverageEffects } from './coverageEffects.ts'
import { createParameterPreview } from './parameterPreview.ts'
import type { Views } from './projections/views.ts'
import type { AsyncQuery, WhatIfName } from './queries/query.ts'
import { createReplay } from './replay/replay.ts'
import { createComparison } from './scenarios/comparison.ts'
import { createCounterProposal } from './scenarios/counterProposal.ts'
import { createProposal, createProposalFigures } from './scenarios/proposalAnswers.ts'
import { createScenarioAnswer, createScenarioList } from './scenarios/scenarioAnswers.ts'
import type { Scenarios } from './scenarios.ts'

/** The answer to every view of the contract that asks what would happen if. `main` are the views of the log itself. */
export function createWhatIfs(scenarios: Scenarios, main: Views): { readonly [Name in WhatIfName]: AsyncQuery<Name> } {
  return {
    alternatives: createAlternatives(scenarios),
    collisions: createCollisions(scenarios),
    coverageEffects: createCoverageEffects(scenarios),
    parameterPreview: createParameterPreview(scenarios),
    rulingReplay: createReplay(scenarios),
    scenarios: createScenarioList(main),
    scenario: createScenarioAnswer(main, scenarios.planned),
    scenarioComparison: createComparison(main, scenarios.planned),
    proposal: createProposal(main, scenarios.planned),
    proposalFigures: createProposalFigures(main, scenarios.planned),
    counterProposal: createCounterProposal(main, scenarios),
  }
}
