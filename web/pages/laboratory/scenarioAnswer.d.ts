import type { z } from 'zod'
import type { capProposalView } from '#api/views/capProposal'
import type { ScenarioRow, scenarioComparisonView, scenarioView } from '#api/views/scenario'
export type Scenario = z.infer<typeof scenarioView.response>
export type ScenarioListed = z.infer<typeof ScenarioRow>
export type Comparison = z.infer<typeof scenarioComparisonView.response>
export type Change = Scenario['changes'][number]
export type CapProposal = z.infer<typeof capProposalView.response>
