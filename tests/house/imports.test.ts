import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

const root = resolve(import.meta.dirname, '../..')
/** Milliseconds that compiling two projects from nothing may take on a machine that does much else. */
const compiling = 240_000
const bin = (name: string) => join(root, 'node_modules/.bin', name)

describe('import rules inside service/ (Biome)', () => {
  const forbidden = [
    ['service/deciders/planted.ts', '../store/sqlite.ts'],
    ['service/rules/planted.ts', 'node:fs'],
    ['service/store/planted.ts', '../deciders/case.ts'],
    ['service/projections/planted.ts', '../queries/caseFile.ts'],
    ['service/queries/planted.ts', '../http/app.ts'],
    ['service/reactors/planted.ts', '../store/sqlite.ts'],
    ['service/likeness/planted.ts', '../queries/caseFile.ts'],
    ['service/replay/planted.ts', '../deciders/case.ts'],
    ['service/documents/planted.ts', '../store/sqlite.ts'],
    ['service/http/planted.ts', '../store/sqlite.ts'],
  ] as const
  // `api/` is a project of its own, which TypeScript keeps apart; `http/` is outermost itself.
  const inner = readdirSync(join(root, 'service'), { withFileTypes: true })
    .filter((one) => one.isDirectory() && one.name !== 'api' && one.name !== 'http')
    .map(({ name }) => `service/${name}/outward.ts`)
  let copy: string
  let findings: string

  beforeAll(() => {
    copy = mkdtempSync(join(tmpdir(), 'house-'))
    cpSync(join(root, 'biome.json'), join(copy, 'biome.json'))
    const plant = (path: string, target: string) => {
      mkdirSync(dirname(join(copy, path)), { recursive: true })
      writeFileSync(join(copy, path), `import { x } from '${target}'\n\nexport const y = x\n`)
    }
    for (const [path, target] of forbidden) plant(path, target)
    for (const path of inner) plant(path, '../http/app.ts')
    plant('service/deciders/lawful.ts', '../rules/calendar.ts')
    plant('service/rules/a.ts', './b.ts')
    plant('service/rules/b.ts', './a.ts')
    const run = spawnSync(bin('biome'), ['lint', '--vcs-enabled=false', '--reporter=github', '.'], {
      cwd: copy,
      encoding: 'utf8',
    })
    findings = run.stdout + run.stderr
  })
  afterAll(() => rmSync(copy, { recursive: true, force: true }))

  const linesAbout = (path: string) => findings.split('\n').filter((line) => line.includes(path))

  it.each(forbidden)('%s may not import %s', (path) => {
    expect(linesAbout(path).join('\n')).toContain('noRestrictedImports')
  })

  it.each(inner)('%s may not import HTTP', (path) => {
    expect(linesAbout(path).join('\n')).toContain('noRestrictedImports')
  })

  it('a decider may import a rule', () => {
    expect(linesAbout('service/deciders/lawful.ts').join('\n')).not.toContain('noRestrictedImports')
  })

  it('two files may not import each other', () => {
    expect(linesAbout('service/rules/a.ts').join('\n')).toContain('noImportCycles')
  })
})

describe('import directions between projects (TypeScript)', () => {
  let copy: string

  beforeAll(() => {
    copy = mkdtempSync(join(tmpdir(), 'house-'))
    for (const part of [
      'package.json',
      'tsconfig.base.json',
      'events',
      'geo/tsconfig.json',
      'geo/distance.ts',
      'service/api',
    ]) {
      cpSync(join(root, part), join(copy, part), { recursive: true })
    }
    symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'))
  })
  afterAll(() => rmSync(copy, { recursive: true, force: true }))

  const build = (project: string) => spawnSync(bin('tsc'), ['-b', project], { cwd: copy, encoding: 'utf8' }).stdout

  it('the copy builds while nothing is planted', { timeout: compiling }, () => {
    expect(build('service/api')).toBe('')
  })

  it('events/ may not import service/api/', { timeout: compiling }, () => {
    const planted = join(copy, 'events/planted.ts')
    writeFileSync(planted, "import { Problem } from '#api/problem'\n\nexport const y = Problem\n")
    expect(build('events')).toMatch(/error TS(6307|6059)/)
    rmSync(planted)
  })

  it('service/api/ may not import geo/', { timeout: compiling }, () => {
    const planted = join(copy, 'service/api/planted.ts')
    writeFileSync(planted, "import * as distance from '#geo/distance'\n\nexport const y = distance\n")
    expect(build('service/api')).toMatch(/error TS(6307|6059)/)
    rmSync(planted)
  })
})
