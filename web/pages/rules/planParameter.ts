import type { Answer } from '../../api.ts'
import { type Idle, idleIn } from './idle.ts'

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

/** A rule set on a date, as a side of a comparison. */
export interface ComparedSide {
  readonly parameters: readonly Parameter[]
  readonly on: string
}

/** What one side has of a parameter; `idle` says why no rule reads it there. Null where the rule set lacks it. */
type Held = { readonly parameter: Parameter; readonly idle: Idle | null } | null

/** One line of two rule sets beside each other. */
export interface ComparedLine {
  readonly key: string
  readonly left: Held
  readonly right: Held
  /** `onlyLeft`, `onlyRight`: no rule reads it on the other side; `neither`: on none. */
  readonly relation: 'same' | 'differs' | 'onlyLeft' | 'onlyRight' | 'neither'
}

/** Every parameter of either rule set, in the left one's order, then what only the right one has. */
export function compared(left: ComparedSide, right: ComparedSide): readonly ComparedLine[] {
  const keys = [...new Set([...left.parameters, ...right.parameters].map(({ key }) => key))]
  return keys.map((key) => {
    const [a, b] = [heldIn(left, key), heldIn(right, key)]
    const [isLeft, isRight] = [a !== null && a.idle === null, b !== null && b.idle === null]
    const same = a?.parameter.value === b?.parameter.value ? 'same' : 'differs'
    return {
      key,
      left: a,
      right: b,
      relation: isLeft && isRight ? same : isLeft ? 'onlyLeft' : isRight ? 'onlyRight' : 'neither',
    }
  })
}

function heldIn({ parameters, on }: ComparedSide, key: string): Held {
  const parameter = parameters.find((one) => one.key === key)
  return parameter === undefined ? null : { parameter, idle: idleIn(parameters, on, key) }
}
