import type { z } from 'zod'
import { Accepted, type CommandType, commandIdHeader, commands, type ViewName, views } from '#api/contract'
import { Problem } from '#api/problem'
import { type Progress, progressType } from '#api/progress'
import { forgetEarly, type Told, takeEarly, toldBy } from './early.ts'
import { tellProgress, toldByLines } from './progress.ts'
import { searchOf } from './search.ts'

export type Params<Name extends ViewName> = z.input<(typeof views)[Name]['params']>
export type Answer<Name extends ViewName> = z.infer<(typeof views)[Name]['response']>
/** Body of a command as a form builds it, before it is checked. */
export type Body<Type extends CommandType> = z.input<Extract<(typeof commands)[number], { type: Type }>['body']>

/** A refusal by the service, or none reached at all (`offline`) or not understood (`unreadable`). */
export class RequestError extends Error {
  readonly problem: Problem

  constructor(problem: Problem) {
    super(problem.code)
    this.name = 'RequestError'
    this.problem = problem
  }
}

/** Asks one view and checks the answer against the contract. Throws a `RequestError`. */
export async function ask<Name extends ViewName>(
  name: Name,
  params: Params<Name>,
  signal?: AbortSignal,
): Promise<Answer<Name>> {
  const definition = views[name]
  const body = await request(
    `/api${definition.path}${searchOf(params)}`,
    { headers: { accept: `${progressType}, application/json` }, ...(signal === undefined ? {} : { signal }) },
    (progress) => tellProgress(name, progress),
  )
  // The definition is the one of `Name`; TypeScript sees the union of all.
  return read(definition.response, body) as Answer<Name>
}

/** One view as TanStack Query asks it. Written out, because the compiler cannot write out all views by itself. */
interface ViewQuery<Name extends ViewName> {
  readonly queryKey: readonly ['view', Name, Params<Name>]
  readonly queryFn: (asking: { readonly signal: AbortSignal }) => Promise<Answer<Name>>
}

/** The query of one view, keyed by its name and parameters, so that a change can find it. */
export function viewQuery<Name extends ViewName>(name: Name, params: Params<Name>): ViewQuery<Name> {
  return { queryKey: ['view', name, params], queryFn: ({ signal }) => ask(name, params, signal) }
}

/**
 * Sends a command. `commandId` makes it idempotent: keep it for a retry of the same intent. `expected` is the revision
 * of the stream that the person looked at; another one in the meantime is refused with `revision.conflict`.
 */
export async function send<Type extends CommandType>(
  type: Type,
  body: Body<Type>,
  options: { readonly commandId?: string; readonly expected?: number } = {},
): Promise<Accepted> {
  const definition = commands.find((one) => one.type === type)
  if (definition === undefined) throw new RangeError(`no command ${type}`)
  const answer = await request(`/api${definition.path}`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      [commandIdHeader]: options.commandId ?? crypto.randomUUID(),
      ...(options.expected === undefined ? {} : { 'if-match': `"${options.expected}"` }),
    },
    body: JSON.stringify(body),
  })
  return read(Accepted, answer)
}

/**
 * Calls the service and gives the JSON it answers; null for an empty answer. An answer that takes long tells `onProgress` how
 * far it has come, and undefined when it is over. Throws a `RequestError`, and the `AbortError` of a signal as it is.
 */
export async function request(
  path: string,
  init: RequestInit = {},
  onProgress: (progress: Progress | undefined) => void = () => undefined,
): Promise<unknown> {
  // What changes something may make untrue what was asked before it.
  if (init.method !== undefined && init.method !== 'GET') forgetEarly()
  let told: Told
  try {
    told = await (takeEarly(path) ??
      fetch(path, { credentials: 'same-origin', ...init }).then((response) => answerIn(response, onProgress)))
  } catch (cause) {
    if (cause instanceof DOMException && cause.name === 'AbortError') throw cause
    throw new RequestError({ type: 'about:blank', status: 0, code: 'offline' })
  } finally {
    onProgress(undefined)
  }
  const { ok, status, body } = told
  if (ok) return body
  const problem = Problem.safeParse(body)
  throw new RequestError(problem.success ? problem.data : { type: 'about:blank', status, code: `http.${status}` })
}

async function answerIn(response: Response, onProgress: (progress: Progress) => void): Promise<Told> {
  const isLong = response.headers.get('content-type')?.startsWith(progressType) === true
  return isLong && response.body !== null ? await toldByLines(response.body, onProgress) : await toldBy(response)
}

/** Checks an answer; one that does not fit the contract is `unreadable`. */
export function read<Schema extends z.ZodType>(schema: Schema, body: unknown): z.infer<Schema> {
  const parsed = schema.safeParse(body)
  if (parsed.success) return parsed.data
  throw new RequestError({
    type: 'about:blank',
    status: 200,
    code: 'unreadable',
    fields: parsed.error.issues.map((issue) => ({
      path: issue.path.join('.'),
      expected: issue.message,
      code: issue.code,
    })),
  })
}
