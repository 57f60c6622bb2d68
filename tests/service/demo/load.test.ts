import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type DomainEvent, type DomainEventOf, type EventType, parse } from '#events/catalogue'
import type { NewEvent, RecordedEvent } from '#events/envelope'
import { RecordedAt } from '#events/time'
import { applicationCase } from '#service/deciders/case'
import { type DemoProgress, DemoRefused, loadDemo } from '#service/demo/load'
import { foldStream } from '#service/fold'
import { openViews } from '#service/projections/views'
import { StoreUnavailable } from '#service/store/eventStore'
import { openSqliteStore } from '#service/store/sqlite'

const now = () => RecordedAt.parse('2026-11-22T12:00:00.000Z')
const folder = mkdtempSync(join(tmpdir(), 'praksiskort-demo-'))
const log = join(folder, 'log.db')
const views = join(folder, 'views.db')
const told: DemoProgress[] = []
let events: readonly DomainEvent[]

// One load for all: an empty log that a service made, and beside it what a killed load left.
beforeAll(async () => {
  await openSqliteStore({ file: log, now }).close()
  const killed = openSqliteStore({ file: `${log}.loading`, now })
  await killed.append('clinic-left', [leftOver()], 'none')
  await killed.close()
  await loadDemo({ log, views, progress: (progress) => told.push(progress) })
  events = (await all(log)).map(parse)
}, 180_000)
afterAll(() => rmSync(folder, { recursive: true, force: true }))

describe('loading the demonstration', () => {
  it('fills an empty log with readable, synthetic events at their historic instants, in order', () => {
    expect(events.length).toBeGreaterThan(15_000)
    expect(events.filter(({ metadata }) => metadata.synthetic !== true)).toEqual([])
    const times = events.map(({ recordedAt }) => recordedAt)
    expect(times.toSorted()).toEqual(times)
    expect(times[0]?.slice(0, 10)).toBe('2014-01-06')
    expect(times.at(-1) ?? '').toSatisfy((last: string) => last < '2026-11-22')
  })

  it('tells how far it has come', () => {
    expect(told[0]).toMatchObject({ phase: 'register', done: 0 })
    for (const phase of ['register', 'cases'] as const) {
      const last = told.findLast((progress) => progress.phase === phase)
      expect(last?.done).toBe(last?.total)
    }
  })

  it('takes nothing over from a load that was killed, and leaves nothing beside the log but views and the register of scenarios', () => {
    expect(events.some(({ id }) => id === leftOver().id)).toBe(false)
    expect(readdirSync(folder).filter((name) => !name.includes('.lock'))).toEqual(['bases', 'log.db', 'views.db'])
  })

  it('leaves views that stand at the end of the log and say that it is synthetic', () => {
    const left = openViews({ file: views })
    expect(left.position()).toBe(events.at(-1)?.position)
    expect(left.synthetic()).toBe(true)
    left.close()
  })

  it('refuses a log that has events and leaves it as it was', async () => {
    await expect(loadDemo({ log, seed: 'another' })).rejects.toThrow(DemoRefused)
    expect((await all(log)).map(({ id }) => id)).toEqual(events.map(({ id }) => id))
  })

  it('refuses a cluster, which sets recorded times itself, without repeating its password', async () => {
    const refusal = loadDemo({ log: 'esdb+discover://admin:changeit@cluster:2113' })
    await expect(refusal).rejects.toThrow(DemoRefused)
    await expect(refusal).rejects.not.toThrow('changeit')
  })

  it('refuses while another process is loading, and the log does not appear', async () => {
    const elsewhere = join(folder, 'elsewhere', 'log.db')
    const other = openSqliteStore({ file: `${elsewhere}.loading`, now })
    await expect(loadDemo({ log: elsewhere })).rejects.toThrow(StoreUnavailable)
    await other.close()
    expect(existsSync(elsewhere)).toBe(false)
    rmSync(join(folder, 'elsewhere'), { recursive: true })
  })
})

describe('the demonstration cases', () => {
  it('stand in every state that people will meet', async () => {
    expect(Object.fromEntries(await statuses())).toEqual({
      '16-0031': 'applied',
      '26-0101': 'applied',
      '26-0102': 'withdrawn',
      '26-0103': 'referred',
      '26-0104': 'ruled',
      '26-0105': 'effect-refused',
      '26-0106': 'applied',
      '26-0107': 'heard',
      '26-0108': 'tabled',
      '26-0109': 'withdrawn',
      '26-0110': 'checked',
      '26-0111': 'awaiting-information',
      '26-0112': 'checked',
      '26-0113': 'checked',
      '26-0114': 'checked',
      '26-0115': 'checked',
      '26-0116': 'checked',
      '26-0117': 'checked',
      '26-0118': 'checked',
      '26-0119': 'checked',
      '26-0120': 'checked',
      '26-0121': 'checked',
      '26-0122': 'applied',
      '26-0123': 'applied',
      '26-0124': 'applied',
      '26-0125': 'ruled',
      '26-0126': 'tabled',
      '26-0127': 'ruled',
      '26-0130': 'checked',
      '26-0131': 'checked',
      '26-0132': 'checked',
      '26-0133': 'checked',
      '26-0134': 'checked',
      '26-0135': 'checked',
      '26-0136': 'checked',
      '26-0140': 'checked',
    })
  })

  it('hold a planner’s scenario that was handed in and one that is in work, both called a demonstration', () => {
    const scenarios = ofType('ScenarioCreated')
    expect(scenarios.map(({ data }) => data.name)).toEqual([
      'Lofter 2027 (demonstration)',
      'Struktureret forløb for parkinson (demonstration)',
    ])
    expect(ofType('ScenarioSubmitted').map(({ data, stream }) => [stream, data.case])).toEqual([
      ['scenario-sc-demo000001', '26-0140'],
    ])
    const found = lastFindings('26-0140').findings.find(({ rule }) => rule === 'R-27')
    expect(found).toMatchObject({ strength: 'proposal', params: { caps: 3 } })
    // Nothing of them is the register's.
    expect(events.filter(({ type }) => type === 'QuotaProposed' || type === 'StructuredPathwaySet')).toEqual([])
  })

  it('judge 30.0 and 25.0 hours from Skanderborg to Aarhus in hours in 2016, and the same move in units in 2027', () => {
    const old = lastFindings('16-0031')
    expect(old.ruleSet).toBe('RM-2015')
    expect(deltas(old)).toEqual([
      { municipality: '0746', unit: 'hoursTenths', value: -550 },
      { municipality: '0751', unit: 'hoursTenths', value: 550 },
    ])
    const young = lastFindings('26-0110')
    expect(young.ruleSet).toBe('OK-2024')
    expect(deltas(young).map(({ unit }) => unit)).toEqual(['unitsHundredths', 'unitsHundredths'])
    expect(deltas(young).reduce((sum, { value }) => sum + (value ?? 0), 0)).toBe(0)
  })

  it('ask too much of the pool, would leave one mobile number on Bornholm, and know no subsidy yet', () => {
    const found = (id: string, rule: string) => lastFindings(id).findings.find((one) => one.rule === rule)
    expect(found('26-0132', 'R-01')).toMatchObject({
      code: 'R-01.exceeded',
      params: { leftOere: 100_000_000, overOere: 50_000_000 },
    })
    expect(found('26-0133', 'R-10')).toMatchObject({ outcome: 'needs-consultation', params: { near: 1 } })
    expect(found('26-0130', 'R-06')?.outcome).toBe('pass')
    expect(found('26-0131', 'R-04')?.code).toBe('R-04.notified')
    expect(found('26-0135', 'R-07')?.outcome).toBe('not-applicable')
  })

  it('find the 30 days of two addresses, and nothing against the move inside Holstebro', () => {
    const overlap = lastFindings('26-0113').findings.find(({ rule }) => rule === 'R-03')
    expect(overlap).toMatchObject({ outcome: 'breach', params: { days: 30 } })
    const holstebro = lastFindings('26-0108').findings
    expect(holstebro.filter(({ outcome }) => outcome !== 'pass' && outcome !== 'not-applicable')).toEqual([])
  })

  it('replay the worked example: in time as known on 2026-04-01, too late as known on 2026-04-03', () => {
    const notice = (known: string) =>
      findings('26-0102')
        .filter(({ recordedAt }) => recordedAt.slice(0, 10) <= known)
        .at(-1)
        ?.data.set.findings.find(({ rule }) => rule === 'R-06')?.outcome
    expect([notice('2026-04-01'), notice('2026-04-03')]).toEqual(['pass', 'breach'])
  })

  it('move what the committee granted, with the ruling as the cause, on the map from the effective date', () => {
    const rulings = ofType('RulingIssued')
    for (const [id, from] of [
      ['16-0031', '2016-05-01'],
      ['26-0101', '2026-06-01'],
      ['26-0106', '2027-01-01'],
    ]) {
      const ruling = rulings.find(({ data }) => data.case === id)
      const moved = ofType('PracticeAddressMoved').filter(({ metadata }) => metadata.causationId === ruling?.id)
      expect(moved.map(({ effectiveFrom }) => effectiveFrom)).toEqual([from])
    }
    const [refused] = ofType('CaseEffectRefused')
    expect(refused?.data.code).toBe('practiceAddress.worldMoved')
  })

  it('hear two municipalities of which one answered late, and two of which one has still to answer', () => {
    const late = ofType('ConsultationAnswered').filter(({ data }) => data.late)
    expect(late.map(({ stream }) => stream)).toEqual(['consultation-26-0107.0746.1'])
    const closed = ofType('ConsultationClosedWithoutAnswer').map(({ stream }) => stream)
    expect(closed).toEqual(['consultation-26-0107.0746.1'])
    const of = (id: string, type: EventType) =>
      events.filter((event) => event.type === type && event.stream.startsWith(`consultation-${id}.`)).length
    expect([of('26-0110', 'ConsultationSent'), of('26-0110', 'ConsultationAnswered')]).toEqual([2, 1])
  })
})

describe('the demonstration’s meetings', () => {
  it('are one that was held and minuted, with what became of every item, and one that is called', () => {
    const of = (day: string) => events.filter(({ stream }) => stream === `meeting-1082.${day}`)
    const concluded = ofType('ItemConcluded').map(({ data }) => [data.case, data.result, data.rulingNumber])
    expect(concluded).toEqual([
      ['26-0122', 'ruled', '2026-0005'],
      ['26-0123', 'ruled', '2026-0006'],
      ['26-0124', 'ruled', '2026-0007'],
      ['26-0125', 'ruled', '2026-0008'],
      ['26-0126', 'postponed', null],
    ])
    expect(of('2026-11-18').at(-1)?.type).toBe('MinutesApproved')
    expect(of('2026-12-09').map(({ type }) => type)).toEqual(['MeetingCalled', 'AgendaOrdered'])
  })

  it('rule on types of their own, granted, with conditions, refused, and by the national committee', () => {
    const outcomes = ofType('RulingIssued').map(({ data }) => [data.case, data.outcome])
    expect(outcomes.slice(-4)).toEqual([
      ['26-0122', 'granted'],
      ['26-0123', 'granted-with-conditions'],
      ['26-0124', 'granted'],
      ['26-0125', 'refused'],
    ])
    expect(ofType('NationalCommitteeDecided').map(({ data }) => [data.case, data.outcome])).toEqual([
      ['26-0127', 'refused'],
    ])
    // What was granted is in the register, from its own date.
    const effects = ['ProviderNumberCeased', 'NumberShareSet', 'RidingHoursChanged'] as const
    const causes = new Set<string>(
      ofType('RulingIssued')
        .slice(-4)
        .map(({ id }) => id),
    )
    const made = effects.filter((type) =>
      ofType(type).some(
        ({ metadata, effectiveFrom }) =>
          metadata.causationId !== undefined && causes.has(metadata.causationId) && effectiveFrom === '2027-05-01',
      ),
    )
    expect(made).toEqual(effects)
  })
})

async function statuses(): Promise<ReadonlyMap<string, string>> {
  const store = openSqliteStore({ file: log, now })
  const found = new Map<string, string>()
  for (const { data, stream } of ofType('CaseOpened')) {
    found.set(data.case, (await foldStream(store, stream, applicationCase)).state.status)
  }
  await store.close()
  return found
}

function ofType<Type extends EventType>(type: Type): readonly DomainEventOf<Type>[] {
  return events.filter((event): event is DomainEventOf<Type> => event.type === type)
}

function findings(id: string): readonly DomainEventOf<'FindingsComputed'>[] {
  return ofType('FindingsComputed').filter(({ stream }) => stream === `case-${id}`)
}

function lastFindings(id: string) {
  const last = findings(id).at(-1)
  if (last === undefined) throw new Error(`No findings of case ${id}`)
  return last.data.set
}

function deltas(set: ReturnType<typeof lastFindings>) {
  const measured = set.findings.find(({ rule }) => rule === 'R-02')?.measured ?? []
  return measured
    .flatMap(({ municipality, unit, value }) => (municipality === undefined ? [] : [{ municipality, unit, value }]))
    .toSorted((a, b) => (a.municipality < b.municipality ? -1 : 1))
}

async function all(file: string): Promise<readonly RecordedEvent[]> {
  const store = openSqliteStore({ file, now })
  const found: RecordedEvent[] = []
  for await (const delivered of store.subscribe('start', new AbortController().signal)) {
    if ('caughtUp' in delivered) break
    found.push(delivered)
  }
  await store.close()
  return found
}

function leftOver(): NewEvent {
  // Valid by its looks; what it says does not matter.
  const id = 'b7c4a0e2-63a5-4d57-9a0c-2f8a4d1c9b11' as NewEvent['id']
  return {
    id,
    type: 'ClinicClosed',
    version: 1,
    data: { reason: 'x' },
    effectiveFrom: '2014-01-01' as NewEvent['effectiveFrom'],
    metadata: {
      commandId: id,
      actor: { userId: 'x', role: 'system', organisation: null },
      dataClass: 'open',
      correlationId: id,
    },
  }
}
