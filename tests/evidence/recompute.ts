import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { pathToFileURL } from 'node:url'
import { formulas } from './formulas.ts'
import { type Figure, Pack } from './pack.ts'
import { traced } from './traced.ts'

/** Something in a pack that does not come out as it says. */
export interface Difference {
  readonly where: string
  readonly says: unknown
  readonly makes: unknown
}

/** JSON with the keys in order and no space between, as the checksums are of it. */
function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`
  if (typeof value !== 'object' || value === null) return JSON.stringify(value)
  const entries = Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1))
  return `{${entries.map(([key, part]) => `${JSON.stringify(key)}:${canonical(part)}`).join(',')}}`
}

function sha256(value: unknown): string {
  return createHash('sha256').update(canonical(value)).digest('hex')
}

/** Reads a pack and computes every checksum and every figure of it again; answers what differs, nothing when all agrees. */
export function recompute(text: string): readonly Difference[] {
  const json: unknown = JSON.parse(text)
  const pack = Pack.parse(json)
  const { checksums, ...rest } = pack
  const { checksum, foot: _foot, ...body } = pack.paper
  const sums = [
    { where: 'checksums.whole', says: checksums.whole, makes: sha256(rest) },
    { where: 'paper.checksum', says: checksum, makes: sha256(body) },
    ...(['paper', 'events', 'ruleSet', 'facts', 'formulas', 'dataVersions', 'given'] as const).map((part) => ({
      where: `checksums.${part}`,
      says: checksums[part],
      makes: sha256(pack[part]),
    })),
  ]
  const figures = pack.paper.figures.map((figure, index) => ({
    where: `figure ${index}: ${figure.ref} ${figure.label} (${figure.formula})`,
    says: figure.value,
    makes: made(figure, pack),
  }))
  return [...sums, ...figures, ...traced(pack), ...printed(pack)].filter(({ says, makes }) => says !== makes)
}

function made(figure: Figure, pack: Pack): unknown {
  const formula = formulas[figure.formula]
  if (formula === undefined || !pack.formulas.some(({ name }) => name === figure.formula)) return 'no such formula'
  try {
    return formula(figure.inputs, pack, figure)
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  }
}

const decimals: Readonly<Record<string, number>> = { hoursTenths: 1, unitsHundredths: 2 }

/** Numbers printed beside the reference of one figure, held against that figure. */
function printed({ paper }: Pack): Difference[] {
  const text = JSON.stringify(paper.blocks)
  return paper.figures.flatMap(({ ref, value, unit }): Difference[] => {
    const places = decimals[unit]
    const alone = paper.figures.filter((one) => one.ref === ref && one.unit === unit).length === 1
    if (places === undefined || !alone || typeof value !== 'number') return []
    const [, plain, strong] =
      new RegExp(`(?:"([^"]*)"|\\{"strong":"([^"]*)"\\})," ",\\{"ref":"${ref}"\\}`).exec(text) ?? []
    const shown = new Intl.NumberFormat(paper.language === 'da' ? 'da-DK' : 'en-GB', {
      minimumFractionDigits: places,
      maximumFractionDigits: places,
    }).format(value / 10 ** places)
    return [{ where: `printed at ${ref}`, says: plain ?? strong ?? 'nothing', makes: shown.replace('-', '−') }]
  })
}

// As a program of its own: prints what differs in the pack that is named, and says so by its exit code.
const [, program, file] = process.argv
if (file !== undefined && program !== undefined && import.meta.url === pathToFileURL(program).href) {
  const differences = recompute(readFileSync(file, 'utf8'))
  for (const { where, says, makes } of differences)
    process.stdout.write(`${where}: says ${JSON.stringify(says)}, makes ${JSON.stringify(makes)}\n`)
  process.stdout.write(`${differences.length} differences\n`)
  process.exitCode = differences.length === 0 ? 0 : 1
}
