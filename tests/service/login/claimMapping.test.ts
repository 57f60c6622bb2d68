import { describe, expect, it } from 'vitest'
import { readConfig } from '#service/config'
import { type IsArea, readClaimMapping } from '#service/login/claimMapping'
import { createLogin } from '#service/login/signedIn'
import { mapping, mappingFile } from './people.ts'

const regions = new Set(['1081', '1082'])
const municipalities = new Set(['0661', '0751'])
const isArea: IsArea = (kind, code) => (kind === 'region' ? regions : municipalities).has(code)

function positionOf(claims: Record<string, unknown>, content: unknown = mapping) {
  const read = readClaimMapping(JSON.stringify(content), isArea)
  if ('faults' in read) throw new Error(read.faults.join('\n'))
  return read.positionOf(claims)
}

function faultsOf(content: unknown): readonly string[] {
  const read = readClaimMapping(typeof content === 'string' ? content : JSON.stringify(content), isArea)
  return 'faults' in read ? read.faults : []
}

describe('roles and organisations from claims', () => {
  it.each([
    [{ groups: ['a', 'pk-sekretariat-midt'] }, { role: 'secretariat', organisation: '1082' }],
    [{ groups: 'pk-udvalg-midt' }, { role: 'committee', organisation: '1082' }],
    [{ realm_access: { roles: ['landsudvalg'] } }, { role: 'nationalCommittee', organisation: null }],
    [
      { groups: ['pk-kommune'], cvr: 29189919 },
      { role: 'municipality', organisation: '0661' },
    ],
    [
      { groups: ['pk-klinik'], clinic: 'k-0' },
      { role: 'clinic', organisation: 'k-0' },
    ],
    // The first rule that takes the account counts.
    [
      { groups: ['pk-kommune', 'pk-sekretariat-midt'], cvr: '29189919' },
      { role: 'secretariat', organisation: '1082' },
    ],
  ])('%j', (claims, position) => {
    expect(positionOf(claims)).toEqual(position)
  })

  it.each([
    [{}],
    [{ groups: [] }],
    [{ groups: ['PK-SEKRETARIAT-MIDT'] }],
    [{ groups: { 'pk-sekretariat-midt': true } }],
    [{ realm_access: 'landsudvalg' }],
    // An organisation that is missing, unknown, not one, or no such thing.
    [{ groups: ['pk-kommune'] }],
    [{ groups: ['pk-kommune'], cvr: '0661' }],
    [{ groups: ['pk-kommune'], cvr: ['29189919', '55133018'] }],
    [{ groups: ['pk-kommune'], cvr: 'toString' }],
    [{ groups: ['pk-klinik'], clinic: '../k-0' }],
  ])('nothing from %j', (claims) => {
    expect(positionOf(claims)).toBe(null)
  })

  it('takes codes as they are where no list translates them, and only those of areas', () => {
    const plain = {
      rules: [{ when: { claim: 'kind', is: 'kommune' }, role: 'municipality', organisationFrom: { claim: 'code' } }],
    }
    expect(positionOf({ kind: 'kommune', code: '0751' }, plain)).toEqual({ role: 'municipality', organisation: '0751' })
    expect(positionOf({ kind: 'kommune', code: '9999' }, plain)).toBe(null)
  })
})

describe('a mapping file that is not right', () => {
  it('is refused with every fault, where it is and what was expected', () => {
    const bad = {
      rules: [
        { when: { claim: 'groups', is: 'a' }, role: 'boss', organisation: '1082' },
        { when: { claim: '', is: [] }, role: 'registrar' },
        { when: { claim: 'groups', is: 'c' }, role: 'committee', organisation: '1082', comment: 'x' },
        { role: 'registrar' },
      ],
      version: 2,
    }
    expect(faultsOf(bad).toSorted()).toEqual([
      'rules[0].role: expected one of secretariat, committee, nationalCommittee, municipality, clinic, planner, registrar',
      'rules[1].when.claim: expected a text that is not empty',
      'rules[1].when.is: expected at least one',
      'rules[2].comment: no such field; expected none of this name',
      'rules[3].when: expected an object',
      'version: no such field; expected none of this name',
    ])
  })

  it('is refused when organisations are missing, too many or unknown', () => {
    const when = { claim: 'groups', is: 'a' }
    const organisationFrom = { claim: 'cvr', codes: { '1': '0661', '2': '9999' } }
    expect(
      faultsOf({
        rules: [
          { when, role: 'committee' },
          { when, role: 'registrar', organisation: '1082' },
          { when, role: 'municipality', organisation: '0661', organisationFrom },
        ],
      }),
    ).toEqual([
      'rules[0]: expected either organisation or organisationFrom, because committee acts for a region',
      'rules[1]: expected no organisation for registrar',
      'rules[2]: expected either organisation or organisationFrom, because municipality acts for a municipality',
    ])
    expect(
      faultsOf({
        rules: [
          { when, role: 'planner', organisation: '0661' },
          { when, role: 'municipality', organisationFrom },
        ],
      }),
    ).toEqual([
      'rules[0].organisation: expected the code of a region, got "0661"',
      'rules[1].organisationFrom.codes.2: expected the code of a municipality, got "9999"',
    ])
  })

  it.each([
    ['', 'expected JSON'],
    ['[]', 'the whole file'],
    ['{"rules":[]}', 'rules: expected at least one rule'],
  ])('is refused when it is %j', (content, said) => {
    expect(faultsOf(content).join('\n')).toContain(said)
  })

  it('keeps the service from starting, and so does one that is not there', () => {
    const setting = (OIDC_MAPPING: string) =>
      readConfig({
        OIDC_ISSUER: 'https://login.example',
        OIDC_CLIENT_ID: 'p',
        PUBLIC_URL: 'https://p.example',
        OIDC_MAPPING,
      }).login
    const start = (file: string) => () => {
      const login = setting(file)
      return login && createLogin(login, isArea)
    }
    expect(start(mappingFile('{"rules":[]}'))).toThrow(/mapping\.json is not right:\n {2}rules: expected at least one/)
    expect(start('/nowhere/mapping.json')).toThrow(
      'OIDC_MAPPING: the file /nowhere/mapping.json cannot be read (ENOENT)',
    )
    expect(start(mappingFile())()).toMatchObject({ publicUrl: 'https://p.example' })
  })
})

describe('the settings of the login', () => {
  const messageOf = (environment: Record<string, string>) => {
    try {
      readConfig(environment)
      return ''
    } catch (error) {
      return error instanceof Error ? error.message : ''
    }
  }

  it('are needed together', () => {
    expect(readConfig({}).login).toBe(null)
    const message = messageOf({ OIDC_ISSUER: 'https://login.example' })
    for (const name of ['OIDC_CLIENT_ID', 'OIDC_MAPPING', 'PUBLIC_URL']) expect(message).toContain(`${name}: needed`)
    expect(messageOf({ OIDC_CLIENT_SECRET: 's' })).toContain('OIDC_CLIENT_SECRET: means nothing without OIDC_ISSUER')
  })

  it('are https off this computer, and keep tokens of people and machines apart', () => {
    const rest = { OIDC_CLIENT_ID: 'p', OIDC_MAPPING: 'm.json' }
    for (const bad of [
      'http://login.example',
      'login.example',
      'https://user:x@login.example',
      'https://l.example?x=1',
    ])
      expect(messageOf({ ...rest, OIDC_ISSUER: bad, PUBLIC_URL: bad })).toMatch(/OIDC_ISSUER: .*PUBLIC_URL: /s)
    const shared = { ...rest, OIDC_ISSUER: 'https://l.example', PUBLIC_URL: 'https://p.example/', OIDC_AUDIENCE: 'p' }
    expect(messageOf(shared)).toContain('OIDC_AUDIENCE: expected another value')
    expect(readConfig({ ...shared, OIDC_AUDIENCE: 'api' }).login).toMatchObject({ publicUrl: 'https://p.example' })
    expect(messageOf({ ...shared, OIDC_SCOPE: 'profile' })).toContain('OIDC_SCOPE: ')
  })
})
