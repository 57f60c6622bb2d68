import type { Answer } from '../../api.ts'

export type RuleSetShown = NonNullable<Answer<'planInForce'>['inForce']>
export type Parameter = RuleSetShown['parameters'][number]
export type RuleSetName = Pick<RuleSetShown, 'ruleSet' | 'ruleSetVersion' | 'from' | 'to'>

/** True for a parameter that nobody stands behind: it waits for the region's word. */
export function isUnsourced({ source }: Pick<Parameter, 'source'>): boolean {
  return source.kind === 'ASSUMPTION'
}

/** Parameters without a public source, and how many of them the region has decided. */
export function progressOf(parameters: readonly Pick<Parameter, 'source'>[]): {
  readonly decided: number
  readonly all: number
} {
  const decided = parameters.filter(({ source }) => source.kind === 'DECISION').length
  return { decided, all: decided + parameters.filter(isUnsourced).length }
}

/** Which parameters are listed. */
export const shown = ['all', 'unsourced', 'decided'] as const
export type Shown = (typeof shown)[number]

/** The parameters of a choice, in the order given. */
export function chosen<One extends Pick<Parameter, 'source' | 'decisions'>>(
  parameters: readonly One[],
  show: Shown,
): readonly One[] {
  if (show === 'unsourced') return parameters.filter(isUnsourced)
  return show === 'decided' ? parameters.filter(({ decisions }) => decisions > 0) : parameters
}

/** One line of two rule sets beside each other; a side that lacks the parameter is null. */
export interface ComparedLine {
  readonly key: string
  readonly left: Parameter | null
  readonly right: Parameter | null
  readonly differs: boolean
}

/** Every parameter of either rule set, in the left one's order, then what only the right one has. */
export function compared(left: readonly Parameter[], right: readonly Parameter[]): readonly ComparedLine[] {
  const keys = [...new Set([...left, ...right].map(({ key }) => key))]
  return keys.map((key) => {
    const a = left.find((one) => one.key === key) ?? null
    const b = right.find((one) => one.key === key) ?? null
    return { key, left: a, right: b, differs: a?.value !== b?.value }
  })
}
