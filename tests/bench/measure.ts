import { cpus, totalmem } from 'node:os'
import { Temporal } from 'temporal-polyfill'

/** One measured number; `ratio` is against `peer` in the same run, interleaved with it. */
export interface Measured {
  readonly bench: string
  readonly value: number | null
  readonly unit: string
  readonly ratio?: number
  readonly peer?: string
  /** Measurements that the value is the median of; left out for one. */
  readonly runs?: number
  readonly note?: string
}

const machine = `${cpus().length} x ${cpus()[0]?.model.trim() ?? 'unknown'}, ${Math.round(totalmem() / 2 ** 30)} GiB, ${process.platform}`

/** Writes one line of JSON. */
export function report(measured: Measured): void {
  const date = Temporal.Now.plainDateISO('Europe/Copenhagen').toString()
  process.stdout.write(`${JSON.stringify({ ...measured, machine, node: process.version, date })}\n`)
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  const upper = sorted[Math.floor(sorted.length / 2)]
  const lower = sorted[Math.floor((sorted.length - 1) / 2)]
  if (upper === undefined || lower === undefined) throw new Error('No values')
  return (upper + lower) / 2
}

/**
 * Two contenders doing the same `count` things in turns, so that a busy machine hits both alike. Answers the first one's
 * rate per second (median of the rounds) and its ratio to the second (median of the ratios within each round).
 */
export async function sideBySide(
  rounds: number,
  count: number,
  ours: (round: number) => Promise<void> | void,
  peer: (round: number) => Promise<void> | void,
): Promise<{ rate: number; ratio: number }> {
  const rates: number[] = []
  const ratios: number[] = []
  for (let round = 0; round <= rounds; round += 1) {
    const first = round % 2 === 0 ? ours : peer
    const second = round % 2 === 0 ? peer : ours
    const firstSeconds = await seconds(() => first(round))
    const secondSeconds = await seconds(() => second(round))
    const [own, other] = round % 2 === 0 ? [firstSeconds, secondSeconds] : [secondSeconds, firstSeconds]
    // The first round only warms up.
    if (round > 0) rates.push(count / own)
    if (round > 0) ratios.push(other / own)
  }
  return { rate: median(rates), ratio: median(ratios) }
}

/** How long the work took. */
export async function milliseconds(work: () => Promise<void> | void): Promise<number> {
  return (await seconds(work)) * 1000
}

async function seconds(work: () => Promise<void> | void): Promise<number> {
  const from = process.hrtime.bigint()
  await work()
  return Number(process.hrtime.bigint() - from) / 1e9
}

export function rounded(value: number, digits = 2): number {
  return Number(value.toFixed(digits))
}
