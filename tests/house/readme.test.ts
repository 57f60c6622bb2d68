import { readdirSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { expect, it } from 'vitest'
import { settingsTable } from '#service/config'

const root = resolve(import.meta.dirname, '../..')
const readme = readFileSync(resolve(root, 'README.md'), 'utf8')

it('the README names every setting with its default and meaning', () => {
  for (const { name, default: value, meaning } of settingsTable()) {
    expect(readme).toContain(`| \`${name}\` | ${value} | ${meaning} |`)
  }
})

it('the README names every folder of the service', () => {
  const folders = readdirSync(resolve(root, 'service'), { withFileTypes: true }).filter((one) => one.isDirectory())
  expect(folders.filter(({ name }) => !readme.includes(`service/${name}/`))).toEqual([])
  expect(folders.length).toBeGreaterThan(10)
})
