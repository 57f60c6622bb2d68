import { z } from 'zod'
import type { Role } from '#events/envelope'
import { ClinicId } from '#events/identifiers'

const text = z.string({ error: 'expected a text' }).min(1, { error: 'expected a text that is not empty' })
const texts = z.array(text, { error: 'expected a text, or a list of texts' }).min(1, { error: 'expected at least one' })

/** A claim by its name, or by the names to go through where it lies inside another (`["realm_access", "roles"]`). */
const Claim = z.union([text, texts])

/** Who an account can be. Nobody signs in as the public, and `system` acts inside the process only. */
const roles = [
  'secretariat',
  'committee',
  'nationalCommittee',
  'municipality',
  'clinic',
  'planner',
  'registrar',
] as const satisfies readonly Role[]

/** What kind of organisation a role acts for; null for none. */
const organisationOf = {
  secretariat: 'region',
  committee: 'region',
  planner: 'region',
  municipality: 'municipality',
  clinic: 'clinic',
  nationalCommittee: null,
  registrar: null,
} as const satisfies Record<(typeof roles)[number], string | null>

/** Unknown fields keep zod's own issue, which names them. */
const notAnObject = ({ code }: { readonly code?: string }) =>
  code === 'invalid_type' ? 'expected an object' : undefined

const Rule = z
  .strictObject({
    /** The account has the claim, and it is or holds one of these values. */
    when: z.strictObject({ claim: Claim, is: z.union([text, texts]) }, { error: notAnObject }),
    role: z.enum(roles, { error: `expected one of ${roles.join(', ')}` }),
    /** Code of the organisation, the same for everybody whom the rule takes. */
    organisation: text.optional(),
    /** The claim that names the organisation, and what its values mean where they are no codes of ours. */
    organisationFrom: z.strictObject({ claim: Claim, codes: z.record(text, text).optional() }).optional(),
  })
  .superRefine((rule, context) => {
    const kind = organisationOf[rule.role]
    const given = [rule.organisation, rule.organisationFrom].filter((one) => one !== undefined).length
    if (kind === null && given > 0)
      context.addIssue({ code: 'custom', message: `expected no organisation for ${rule.role}` })
    if (kind !== null && given !== 1)
      context.addIssue({
        code: 'custom',
        message: `expected either organisation or organisationFrom, because ${rule.role} acts for a ${kind}`,
      })
  })

const ClaimMapping = z.strictObject({
  rules: z.array(Rule, { error: 'expected a list of rules' }).min(1, { error: 'expected at least one rule' }),
})
type ClaimMapping = z.infer<typeof ClaimMapping>

/** What an issuer says about an account. */
export type Claims = Readonly<Record<string, unknown>>

/** Who an account acts as. */
export interface Position {
  readonly role: (typeof roles)[number]
  readonly organisation: string | null
}

/** Tells whether a code is an area's, of any time: a region that begins next year may be written down today. */
export type IsArea = (kind: 'region' | 'municipality', code: string) => boolean

/** Gives accounts their role and organisation; null when nothing that the issuer says gives one. */
export type PositionOf = (claims: Claims) => Position | null

/**
 * Reads the mapping file's text. The rules are tried in their order, and the first that takes the account and leads to
 * an organisation that exists counts. Answers all faults at once, each with where it is and what was expected there.
 */
export function readClaimMapping(
  source: string,
  isArea: IsArea,
): { readonly positionOf: PositionOf } | { readonly faults: readonly string[] } {
  let json: unknown
  try {
    json = JSON.parse(source)
  } catch (error) {
    return { faults: [`the whole file: expected JSON (${error instanceof Error ? error.message : 'unreadable'})`] }
  }
  const { data, error } = ClaimMapping.safeParse(json)
  if (data === undefined) return { faults: error.issues.flatMap(faultOf) }
  const faults = data.rules.flatMap((rule, at) => unknownCodes(rule, at, isArea))
  return faults.length > 0 ? { faults } : { positionOf: (claims) => positionIn(data, claims, isArea) }
}

function faultOf(issue: z.core.$ZodIssue): string[] {
  const where = pathText(issue.path)
  // Of what may be a text or a list, the problem is the nearer one's.
  if (issue.code === 'invalid_union') {
    const nearest = issue.errors.toSorted((a, b) => nearness(b) - nearness(a))[0] ?? []
    return nearest.flatMap((inner) => faultOf({ ...inner, path: [...issue.path, ...inner.path] }))
  }
  if (issue.code !== 'unrecognized_keys') return [`${where || 'the whole file'}: ${issue.message}`]
  return issue.keys.map((key) => `${pathText([...issue.path, key])}: no such field; expected none of this name`)
}

/** How well a value fitted an alternative: one of the right type is nearer than one that is not. */
function nearness(issues: readonly z.core.$ZodIssue[]): number {
  return issues.some(({ code, path }) => code === 'invalid_type' && path.length === 0) ? 0 : 1
}

function pathText(path: readonly PropertyKey[]): string {
  return path.reduce<string>(
    (text, part) =>
      typeof part === 'number' ? `${text}[${part}]` : text === '' ? String(part) : `${text}.${String(part)}`,
    '',
  )
}

/** Codes written in the file that name no organisation. */
function unknownCodes(rule: ClaimMapping['rules'][number], at: number, isArea: IsArea): string[] {
  const kind = organisationOf[rule.role]
  if (kind === null) return []
  const written: (readonly [string, string])[] = [
    ...(rule.organisation === undefined ? [] : [['organisation', rule.organisation] as const]),
    ...Object.entries(rule.organisationFrom?.codes ?? {}).map(
      ([value, code]) => [`organisationFrom.codes.${value}`, code] as const,
    ),
  ]
  return written
    .filter(([, code]) => !exists(kind, code, isArea))
    .map(([where, code]) => `rules[${at}].${where}: expected the code of a ${kind}, got ${JSON.stringify(code)}`)
}

function positionIn({ rules }: ClaimMapping, claims: Claims, isArea: IsArea): Position | null {
  for (const { when, role, organisation, organisationFrom } of rules) {
    const wanted = [when.is].flat()
    if (!valuesOf(claims, when.claim).some((value) => wanted.includes(value))) continue
    const kind = organisationOf[role]
    if (kind === null) return { role, organisation: null }
    const code = organisation ?? (organisationFrom && codeFrom(claims, organisationFrom))
    if (code !== undefined && exists(kind, code, isArea)) return { role, organisation: code }
  }
  return null
}

/** The one organisation that the claim names; undefined when it names none or several. */
function codeFrom(
  claims: Claims,
  { claim, codes }: NonNullable<ClaimMapping['rules'][number]['organisationFrom']>,
): string | undefined {
  const named = valuesOf(claims, claim).flatMap((value) => {
    if (codes === undefined) return [value]
    const code = Object.hasOwn(codes, value) ? codes[value] : undefined
    return code === undefined ? [] : [code]
  })
  const [only, another] = [...new Set(named)]
  return another === undefined ? only : undefined
}

function exists(kind: 'region' | 'municipality' | 'clinic', code: string, isArea: IsArea): boolean {
  return kind === 'clinic' ? ClinicId.safeParse(code).success : isArea(kind, code)
}

/** Values of a claim as texts: of one, of a list of them, none when it is missing or something else. */
function valuesOf(claims: Claims, claim: z.infer<typeof Claim>): string[] {
  const value = [claim].flat().reduce<unknown>((inside, name) => {
    return typeof inside === 'object' && inside !== null && Object.hasOwn(inside, name)
      ? Object.getOwnPropertyDescriptor(inside, name)?.value
      : undefined
  }, claims)
  return [value].flat().flatMap((one) => (typeof one === 'string' || typeof one === 'number' ? [String(one)] : []))
}
