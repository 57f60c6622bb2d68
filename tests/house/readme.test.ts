import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { expect, it } from 'vitest'
import { settingsTable } from '#service/config'

const readme = readFileSync(resolve(import.meta.dirname, '../../README.md'), 'utf8')

it('the README names every setting with its default and meaning', () => {
  for (const { name, default: value, meaning } of settingsTable()) {
    expect(readme).toContain(`| \`${name}\` | ${value} | ${meaning} |`)
  }
})

it('the README names every folder of the service', () => {
  for (const folder of [
    'api',
    'deciders',
    'rules',
    'store',
    'projections',
    'queries',
    'collections',
    'reactors',
    'http',
    'demo',
    'imports',
  ]) {
    expect(readme).toContain(`service/${folder}/`)
  }
})
