import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll } from 'vitest'

/** A mapping as an organisation might write it: groups for regions, a company number for municipalities. */
export const mapping = {
  rules: [
    { when: { claim: 'groups', is: 'pk-sekretariat-midt' }, role: 'secretariat', organisation: '1082' },
    { when: { claim: 'groups', is: ['pk-udvalg-midt'] }, role: 'committee', organisation: '1082' },
    { when: { claim: ['realm_access', 'roles'], is: 'landsudvalg' }, role: 'nationalCommittee' },
    {
      when: { claim: 'groups', is: 'pk-kommune' },
      role: 'municipality',
      organisationFrom: { claim: 'cvr', codes: { '29189919': '0661', '55133018': '0751' } },
    },
    { when: { claim: 'groups', is: 'pk-klinik' }, role: 'clinic', organisationFrom: { claim: 'clinic' } },
    { when: { claim: 'groups', is: 'pk-plan-midt' }, role: 'planner', organisation: '1082' },
    { when: { claim: 'client_id', is: 'register-import' }, role: 'registrar' },
  ],
}

/** Accounts at the issuer, by the name that it knows them under. */
export const people = {
  'karen.secretariat@region.example': { groups: ['everyone', 'pk-sekretariat-midt'], name: 'Karen Example' },
  'holstebro@kommune.example': { groups: 'pk-kommune', cvr: '29189919' },
  'stranger@elsewhere.example': { groups: ['everyone'] },
  'municipality-unknown@kommune.example': { groups: ['pk-kommune'], cvr: '11111111' },
}

/** Writes a mapping file that lasts as long as the tests. */
export function mappingFile(content: unknown = mapping): string {
  const folder = mkdtempSync(join(tmpdir(), 'login-test-'))
  afterAll(() => rmSync(folder, { recursive: true, force: true }))
  const file = join(folder, 'mapping.json')
  writeFileSync(file, typeof content === 'string' ? content : JSON.stringify(content))
  return file
}
