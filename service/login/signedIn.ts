import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { Temporal } from 'temporal-polyfill'
import type { Actor } from '#events/envelope'
import { RecordedAt } from '#events/time'
import type { Clock } from '../clock.ts'
import { ConfigError, type LoginSetting } from '../config.ts'
import type { Accounts, SessionMark } from './accounts.ts'
import { type Claims, type IsArea, type PositionOf, readClaimMapping } from './claimMapping.ts'
import { createIssuer, type Issuer } from './issuer.ts'
import { createVerifyToken, type VerifyToken } from './tokens.ts'

/** Hours that a session lasts, whatever its cookie says. */
export const sessionHours = 12

/** What a session's cookie holds, encrypted, about who signed in at the issuer. */
export interface SignedIn extends SessionMark {
  readonly role: Actor['role']
  readonly organisation: string | null
  /** The mapping that gave the role: under another one the session is over. */
  readonly mapping: string
}

/** The organisations' login as the settings describe it. */
export interface Login {
  readonly issuer: Issuer
  readonly verifyToken: VerifyToken
  readonly positionOf: PositionOf
  /** Names the mapping file's content. */
  readonly mapping: string
  readonly publicUrl: string
  /** Name of the issuer, for the references of its accounts. */
  readonly name: string
}

/** The login of the settings. Throws `ConfigError` with every fault of the mapping file. */
export function createLogin(setting: LoginSetting, isArea: IsArea): Login {
  const source = mappingText(setting.mappingFile)
  const read = readClaimMapping(source, isArea)
  if ('faults' in read) {
    const lines = read.faults.map((fault) => `  ${fault}`).join('\n')
    throw new ConfigError(`The mapping file ${setting.mappingFile} is not right:\n${lines}`)
  }
  const issuer = createIssuer(setting)
  return {
    issuer,
    verifyToken: createVerifyToken(issuer, setting.audience),
    positionOf: read.positionOf,
    mapping: createHash('sha256').update(source).digest('base64url').slice(0, 16),
    publicUrl: setting.publicUrl,
    name: setting.issuer,
  }
}

/** Who an issuer's account acts as, under a reference of ours; null when its claims give no role. */
export function actorOf(login: Login, accounts: Accounts, claims: Claims): Actor | null {
  const position = login.positionOf(claims)
  const { sub } = claims
  if (position === null || typeof sub !== 'string') return null
  return { userId: accounts.referenceOf(login.name, sub), ...position }
}

/** True while a session is neither over by itself nor ended. */
export function holds(session: SessionMark, accounts: Accounts, clock: Clock): boolean {
  return clock.now() < endOf(session) && !accounts.isEnded(session)
}

/** When a session is over by itself. */
export function endOf({ startedAt }: SessionMark): RecordedAt {
  const end = Temporal.Instant.from(startedAt).add({ hours: sessionHours })
  return RecordedAt.parse(end.toString({ fractionalSecondDigits: 3 }))
}

function mappingText(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch (error) {
    const reason = error instanceof Error && 'code' in error ? String(error.code) : 'unreadable'
    throw new ConfigError(`OIDC_MAPPING: the file ${file} cannot be read (${reason})`, { cause: error })
  }
}
