import { randomBytes } from 'node:crypto'
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import type { FastifyInstance } from 'fastify'
import type { AsOf } from '#api/asOf'
import type { ViewName } from '#api/contract'
import type { Scope } from '#api/policy'
import { problemCodes } from '#api/problem'
import type { Position } from '#events/envelope'
import { EffectiveDate } from '#events/time'
import { areasInForce, councilMembers, regionOf, regionsHeldBy } from '#geo/hierarchy'
import { openAccessLog } from './accessLog.ts'
import { openAttachments } from './attachments/attachments.ts'
import type { Clock } from './clock.ts'
import { collections } from './collections/catalogue.ts'
import type { Config } from './config.ts'
import { inventedPersons } from './demo/persons.ts'
import { createGather } from './gather.ts'
import { type Geography, loadGeography } from './geography.ts'
import { createHandle, type Handle } from './handle.ts'
import { buildApp } from './http/app.ts'
import { type Changes, createChanges } from './http/changes.ts'
import { demoPeopleIn } from './http/demoPeople.ts'
import { checkHandIn } from './http/handInReach.ts'
import { problem } from './http/problems.ts'
import { checkReach, regionOfCase } from './http/reach.ts'
import { scopedViews } from './http/scenario.ts'
import { sessionKey } from './http/sessionKey.ts'
import { openAccounts } from './login/accounts.ts'
import { createLogin } from './login/signedIn.ts'
import { startOutbox } from './outbox/outbox.ts'
import { refusePersonalText } from './personalText.ts'
import { openPersons } from './persons.ts'
import { startProjector } from './projections/projector.ts'
import { openViews, type Views } from './projections/views.ts'
import { answers, type World } from './queries/catalogue.ts'
import type { EngineUnavailable } from './reach/engine.ts'
import { startReactors } from './reactors/run.ts'
import { createScenarios } from './scenarios.ts'
import type { EventStore } from './store/eventStore.ts'
import { createWhatIfs } from './whatIfs.ts'

export interface ServiceParts {
  readonly config: Config
  readonly store: EventStore
  readonly clock: Clock
  /** Folder of the web build. */
  readonly webRoot: string
}

type Answer = (views: Views, at: AsOf, scope: Scope, params: unknown, world: World) => unknown

/** The service, with its views up to date. `app` can be injected into; `listen` answers the address. */
export interface Service {
  readonly app: FastifyInstance
  listen(): Promise<string>
  /** Stops in order: no new requests, finish the open ones, reactors, projector, views, store. */
  stop(): Promise<void>
}

/** How often the calendar is looked at, in milliseconds. */
const calendarMs = 60_000

/**
 * Wires the service together: views from the log, reactors, HTTP. Resolves when views and reactors have caught up. When
 * the views cannot be brought up to date the service still comes up, to say so: `/healthz` and commands answer 503.
 */
export async function startService({ config, store, clock, webRoot }: ServiceParts): Promise<Service> {
  mkdirSync(config.dataDir, { recursive: true })
  let noteUnavailable: (error: EngineUnavailable) => void = () => undefined
  const geography = loadGeography({
    folder: join(config.dataDir, 'boundaries'),
    populations: join(config.dataDir, 'population'),
    reach: config.reach,
    onUnavailable: (error) => noteUnavailable(error),
  })
  const login = config.login && createLogin(config.login, (kind, code) => isArea(geography, kind, code))
  const accounts = openAccounts(join(config.dataDir, 'login.db'))
  const accessLog = openAccessLog(join(config.dataDir, 'access'))
  const persons = openPersons(join(config.dataDir, 'persons.db'))
  const views = openViews({ file: join(config.dataDir, 'views.db') })
  const changes = createChanges()
  const movedAt = trackMoves(changes, views.commit())
  const { publicUrl } = config
  const world = (): World => ({ today: clock.today(), now: clock.now(), geography, publicUrl })
  const stopProjector = new AbortController()
  const stopReactors = new AbortController()
  let stoppedAt: string | null = null
  const noteStop = (error: unknown) => {
    stoppedAt ??= error instanceof Error ? error.message : String(error)
  }

  const projector = startProjector({ store, views, signal: stopProjector.signal, onCommit: changes.announce })
  projector.stopped.catch(noteStop)
  const scenarios = createScenarios({ store, views, clock, world, folder: join(config.dataDir, 'bases') })
  const answerTo = answering(createWhatIfs(scenarios, views))
  const attachments = openAttachments(join(config.dataDir, 'attachments'))
  const gather = createGather({ store, views, scenarios, world, attachments, seen: projector.waitFor })
  const decide = createHandle({ store, clock, gather })
  /** The last position that this process appended at. */
  let appendedAt: Position | null = null
  const handle: Handle = async (command, by) => {
    // What the process itself sends repeats what the log already holds.
    if (by.actor.role !== 'system') refusePersonalText(command, persons)
    const accepted = await decide(command, by)
    appendedAt = accepted.position ?? appendedAt
    return accepted
  }
  await projector.caughtUp.catch(noteStop)
  if (views.synthetic() && persons.isEmpty()) persons.fill(inventedPersons(views, geography, clock.today()))
  const reactors = stoppedAt === null ? startReactors({ store, handle, signal: stopReactors.signal }) : undefined
  reactors?.stopped.catch(noteStop)
  await reactors?.settled().catch(noteStop)
  const stopCalendar = followCalendar(clock, async (today) => await reactors?.tick(today).catch(noteStop))
  let noteUndelivered: (error: unknown) => void = () => undefined
  const outbox = startOutbox({
    store,
    handle,
    clock,
    geography,
    config,
    isDemo: () => views.synthetic(),
    onError: (error) => noteUndelivered(error),
  })

  /** True when the views hold the event and all that followed from it, false when the time is over before that. */
  async function seen(position: Position, timeoutMs: number): Promise<boolean> {
    const follow = async () => {
      if (!(await projector.waitFor(position, timeoutMs))) return false
      await reactors?.settled()
      return appendedAt === null || (await projector.waitFor(appendedAt, timeoutMs))
    }
    return await Promise.race([follow(), pause(timeoutMs, false, { ref: false })])
  }

  const { app, close } = await buildApp({
    config,
    clock,
    changes,
    geography,
    webRoot,
    collections,
    views,
    world,
    readStream: (stream) => store.read(stream),
    scenarios,
    attachments,
    handle,
    seen,
    movedAt,
    bootId: randomBytes(4).toString('hex'),
    sessionKey: sessionKey(config.sessionSecret, config.dataDir),
    viewsFor: scopedViews({ views, scenarios, clock }),
    answer: (name, views, at, scope, params, asker) => answerTo(name)(views, at, scope, params, { ...world(), asker }),
    commit: () => views.commit(),
    synthetic: () => views.synthetic(),
    login,
    accounts,
    accessLog,
    persons,
    regionOfCase: (id) => regionOfCase(views, id),
    regionOfMunicipality: (code) => regionOf(geography.areas, code, clock.today())?.code,
    isDemo: () => views.synthetic(),
    demoPeople: () => (views.synthetic() ? demoPeopleOn(geography, clock.today()) : []),
    regionsHeldBy: (organisation) => regionsHeldBy(geography.areas, organisation, clock.today()),
    firstEffective: () => firstEffective(views),
    health: () => ({ status: stoppedAt === null ? 'ok' : 'stopped', ordinal: views.ordinal() }),
    checkRunning: () => {
      if (stoppedAt !== null) throw problem(503, problemCodes.viewsStopped, { params: { event: stoppedAt } })
    },
    checkReach: async (command, { scope }) => {
      checkReach(
        command,
        scope,
        views,
        (code, on) => regionOf(geography.areas, code, on)?.code,
        clock.today(),
        (council) => councilMembers(geography.areas, council),
      )
      if (command.type === 'SubmitScenario') await checkHandIn(command.data, scope, views, scenarios.planned, world())
    },
  })
  noteUnavailable = (err) =>
    app.log.warn({ err }, 'the routing service could not be used: the built-in surface measured')
  noteUndelivered = (err) => app.log.error({ err }, 'a letter could not be handled')
  projector.stopped.catch((err: unknown) => app.log.error({ err }, 'the views have stopped'))
  reactors?.stopped.catch((err: unknown) => app.log.error({ err }, 'the reactors have stopped'))
  await app.ready()

  return {
    app,
    listen: () => app.listen({ port: config.port, host: config.host }),
    async stop() {
      await close()
      stopCalendar()
      await outbox.stop()
      stopReactors.abort()
      await reactors?.stopped.catch(noteStop)
      stopProjector.abort()
      await projector.stopped.catch(noteStop)
      views.close()
      accounts.close()
      accessLog.close()
      persons.close()
      await store.close()
    },
  }
}

/** The query of a name, for parameters that its own schema has checked. */
function answering(whatIfs: ReturnType<typeof createWhatIfs>): (name: ViewName) => Answer {
  const all = { ...answers, ...whatIfs }
  // The contract pairs names, parameters and queries; a table of all of them forgets which belong together.
  return (name) => all[name] as Answer
}

/** True for the code of a region or municipality of any time. */
function isArea({ areas }: Geography, kind: 'region' | 'municipality', code: string): boolean {
  const list = kind === 'region' ? areas.regions : areas.municipalities
  return list.some((area) => area.code === code)
}

function demoPeopleOn({ areas }: Geography, today: EffectiveDate) {
  const codes = (kind: 'region' | 'municipality') => areasInForce(areas, kind, today).map(({ code }) => code)
  return demoPeopleIn({ regions: codes('region'), municipalities: codes('municipality') })
}

function firstEffective(views: Views): EffectiveDate | null {
  const row = views.statement<{ first: string | null }>('SELECT min(effective_from) AS first FROM event').get({})
  return EffectiveDate.nullable().parse(row?.first ?? null)
}

/** Number of the last commit that moved one of the named projections, so that other commits leave tiles as they are. */
function trackMoves(changes: Changes, start: number): (projections: readonly string[]) => number {
  const moved = new Map<string, number>()
  changes.listen(({ ordinal, projections }) => {
    for (const name of projections) moved.set(name, ordinal)
  })
  return (projections) => Math.max(...projections.map((name) => moved.get(name) ?? start))
}

/** Tells each new Danish day, the current one first. Answers how to stop. */
function followCalendar(clock: Clock, onDay: (today: EffectiveDate) => Promise<unknown>): () => void {
  let told: EffectiveDate | undefined
  const look = () => {
    const today = clock.today()
    if (today === told) return
    told = today
    void onDay(today)
  }
  look()
  const timer = setInterval(look, calendarMs)
  timer.unref()
  return () => clearInterval(timer)
}
