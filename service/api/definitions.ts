import type { z } from 'zod'
import type { Action } from './policy.ts'

/** One command: what is sent where, who may, and which stream it is decided against. */
export interface CommandDefinition<Type extends string = string, Body extends z.ZodObject = z.ZodObject> {
  readonly type: Type
  /** Path below `/api`, for POST. */
  readonly path: `/commands/${string}`
  readonly action: Action
  readonly body: Body
  /** Letters of the body at most, where that is more than other commands take. */
  readonly bodyLimit?: number
  // A method, so that a list can hold commands with different bodies.
  stream(body: z.infer<Body>): string
}

/** Types a command definition without repeating its parameters. */
export function command<const Type extends string, Body extends z.ZodObject>(
  definition: CommandDefinition<Type, Body>,
): CommandDefinition<Type, Body> {
  return definition
}

/** The command as a decider gets it. */
export type CommandOf<Definition> =
  Definition extends CommandDefinition<infer Type, infer Body>
    ? { readonly type: Type; readonly data: z.infer<Body> }
    : never

/** One query: answers `response` to `params`; every answer carries `Answered` under `at`. */
export interface ViewDefinition<Params extends z.ZodObject = z.ZodObject, Response extends z.ZodType = z.ZodType> {
  /** Path below `/api`, for GET; `params` are its search params. */
  readonly path: `/views/${string}`
  readonly action: Action
  readonly params: Params
  readonly response: Response
  /** `commits`: the answer moves with every commit of the projector; without it, only with those of the register. */
  readonly movesWith?: 'commits'
  /**
   * The answer may hold what only committee and secretariat may know: economics, hearing answers before the ruling, what
   * the committee says among itself. Each reading of it by them is noted in the access log.
   */
  readonly committeeOnly?: true
}

/** Types a view definition without repeating its parameters. */
export function view<Params extends z.ZodObject, Response extends z.ZodType>(
  definition: ViewDefinition<Params, Response>,
): ViewDefinition<Params, Response> {
  return definition
}
