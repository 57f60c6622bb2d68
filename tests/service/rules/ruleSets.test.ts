import { describe, expect, test } from 'vitest'
import { planCommands } from '#api/commands/plan'
import { parameterWords } from '#events/glossary'
import { ruleSets } from '#service/rules/ruleSets'

const publish = planCommands.find(({ type }) => type === 'PublishRuleSet')

describe('the rule sets that ship', () => {
  test('each is a command that can be sent as it is, with a source for every parameter', () => {
    for (const ruleSet of ruleSets) {
      expect(publish?.body.parse(ruleSet)).toEqual(ruleSet)
      expect(Object.keys(ruleSet.sources).toSorted()).toEqual(Object.keys(ruleSet.parameters).toSorted())
      expect(Object.keys(parameterWords).toSorted()).toEqual(Object.keys(ruleSet.parameters).toSorted())
    }
  })

  test('every public source names its page', () => {
    for (const { sources } of ruleSets)
      for (const source of Object.values(sources)) if (source.kind === 'PUBLIC') expect(source.url).toMatch(/^https:/)
  })

  test('hours hold until 2024-01-01 and units from then, without a gap or an overlap', () => {
    for (const region of ['1081', '1082', '1083', '1084', '1085']) {
      const own = ruleSets.filter((ruleSet) => ruleSet.region === region)
      expect(own.map(({ effectiveFrom, until, parameters }) => [effectiveFrom, until, parameters.regime])).toEqual([
        ['2015-09-09', '2024-01-01', 'HOURS'],
        ['2024-01-01', region === '1084' || region === '1085' ? '2027-01-01' : null, 'KR_PER_CLINIC'],
      ])
    }
    const merged = ruleSets.filter(({ region }) => region === 'ost')
    expect(merged.map(({ effectiveFrom, until }) => [effectiveFrom, until])).toEqual([['2027-01-01', null]])
  })

  test('what was only read in the plan of Region Midtjylland is an assumption elsewhere', () => {
    for (const { region, ruleSet, sources } of ruleSets)
      if (region !== '1082' && ruleSet !== 'OK-2024')
        expect(Object.values(sources).map(({ kind }) => kind)).not.toContain('SEED')
  })
})
