import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { program, root } from './program.ts'

const folders: string[] = []
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true })
})

function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'http-process-'))
  folders.push(folder)
  return folder
}

/** The program itself, without the demonstration. */
function start(settings: Record<string, string>) {
  const child = spawn(process.execPath, [program('main')], {
    cwd: root,
    env: { PATH: process.env.PATH, DEMO: 'off', PORT: '0', ...settings },
  })
  const said = { out: '', err: '' }
  child.stdout.on('data', (chunk: Buffer) => {
    said.out += chunk
  })
  child.stderr.on('data', (chunk: Buffer) => {
    said.err += chunk
  })
  return { child, said }
}

/** The address, once it is printed. */
async function addressOf({ child, said }: ReturnType<typeof start>): Promise<string> {
  while (!said.out.includes('\n')) {
    if (child.exitCode !== null) throw new Error(`It ended with ${child.exitCode}: ${said.err}`)
    await Promise.race([once(child.stdout, 'data'), once(child, 'exit')])
  }
  return said.out.replace('Praksiskort: ', '').trim()
}

async function codeOf(child: ChildProcess): Promise<number | null> {
  if (child.exitCode === null) await once(child, 'exit')
  return child.exitCode
}

describe('the process', { timeout: 60_000 }, () => {
  it('prints one address, keeps its data to itself, refuses a second process in a sentence, and stops when asked', async () => {
    const folder = join(newFolder(), 'data')
    const first = start({ DATA_DIR: folder })
    const address = await addressOf(first)
    expect(first.said.out).toMatch(/^Praksiskort: http:\/\/127\.0\.0\.1:\d+\n$/)
    const health = await fetch(`${address}/healthz`)
    expect([health.status, await health.json()]).toEqual([200, { status: 'ok', ordinal: 0 }])
    expect(statSync(join(folder, 'session.key')).mode & 0o777).toBe(0o600)

    const second = start({ DATA_DIR: folder })
    expect(await codeOf(second.child)).toBe(1)
    expect(second.said.out).toBe('')
    expect(second.said.err).toMatch(/^Another process is already using the log .*\n$/)
    expect((await fetch(`${address}/healthz`)).status).toBe(200)

    first.child.kill('SIGTERM')
    expect(await codeOf(first.child)).toBe(0)
    expect(first.said).toEqual({ out: `Praksiskort: ${address}\n`, err: '' })
    // Closed as it should be: SQLite has folded its side files into the databases.
    for (const name of ['log.db-wal', 'views.db-wal'])
      expect([name, existsSync(join(folder, name))]).toEqual([name, false])
  })

  it('names every wrong setting and touches nothing', async () => {
    const folder = join(newFolder(), 'data')
    const { child, said } = start({ DATA_DIR: folder, PORT: 'x', LOG_LEVEL: 'loud', NODE_ENV: 'production' })
    expect(await codeOf(child)).toBe(1)
    expect(said.out).toBe('')
    expect(
      said.err
        .trim()
        .split('\n')
        .slice(1)
        .map((line) => line.trim().split(':')[0]),
    ).toEqual(['PORT', 'LOG_LEVEL', 'SESSION_SECRET'])
    expect(existsSync(folder)).toBe(false)
  })

  it('says in a sentence when the log is something else, and leaves that as it is', async () => {
    const folder = newFolder()
    writeFileSync(join(folder, 'log.db'), 'Dear diary, this is no database at all.'.repeat(50))
    const { child, said } = start({ DATA_DIR: folder })
    expect(await codeOf(child)).toBe(1)
    expect(said.err).toMatch(/^.*log\.db is not a log.*\n$/)
    expect(readFileSync(join(folder, 'log.db'), 'utf8')).toMatch(/^Dear diary/)
  })

  it('says in a sentence when its port is taken', async () => {
    const first = start({ DATA_DIR: newFolder() })
    const { port } = new URL(await addressOf(first))
    const second = start({ DATA_DIR: newFolder(), PORT: port })
    expect(await codeOf(second.child)).toBe(1)
    expect(second.said.err.trim()).toBe(`Port ${port} on 127.0.0.1 is already taken; set PORT to another one`)
    first.child.kill('SIGTERM')
    expect(await codeOf(first.child)).toBe(0)
  })
})
