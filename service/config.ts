import { join, resolve } from 'node:path'
import { z } from 'zod'
import type { ReachSetting } from './reach/reach.ts'

function wholeNumber(least: number, most: number) {
  const error = `expected a whole number from ${least} to ${most}`
  return z.coerce.number({ error }).int({ error }).min(least, { error }).max(most, { error })
}

/** True for https, and for http that stays on this computer. */
function isSafeAddress(text: string): boolean {
  if (!URL.canParse(text)) return false
  const { protocol, hostname, username, search, hash } = new URL(text)
  const isPlain = username === '' && search === '' && hash === ''
  const isLocal = ['localhost', '127.0.0.1', '[::1]'].includes(hostname)
  return isPlain && (protocol === 'https:' || (protocol === 'http:' && isLocal))
}

/**
 * Every setting of the service, read from the environment. The description is what README shows, `fallback` what holds
 * when a setting is left out and needs more words than its default.
 */
export const settings = z.object({
  PORT: wholeNumber(0, 65_535).default(3000).meta({ description: 'Port to listen on; 0 lets the system choose one' }),
  HOST: z
    .string()
    .min(1)
    .default('127.0.0.1')
    .meta({ description: 'Address to listen on. The demo login works from this computer only, whatever is set here' }),
  DATA_DIR: z.string().min(1).default('data').meta({
    description: 'Folder for the log and the views, the session key, files of answers and letters; made when missing',
  }),
  EVENT_STORE: z
    .string()
    .regex(/^(sqlite:.+|esdb(\+discover)?:\/\/.+)$/, {
      error: 'expected sqlite:<file> or an esdb:// connection string',
    })
    .optional()
    .meta({
      description: 'Where the log is: `sqlite:<file>`, or the connection string of an EventStoreDB cluster',
      fallback: 'sqlite:<DATA_DIR>/log.db',
    }),
  DEMO: z.enum(['on', 'off']).default('on').meta({
    description: 'Whether an empty log is filled with the demonstration register. `off` for real data',
  }),
  SESSION_SECRET: z.string().min(32, { error: 'expected at least 32 characters' }).optional().meta({
    description: 'Secret that session cookies are encrypted with, at least 32 characters',
    fallback: 'a random key, kept in <DATA_DIR>/session.key; required with NODE_ENV=production and DEMO=off',
  }),
  LOG_LEVEL: z
    .enum(['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'])
    .default('warn')
    .meta({ description: 'How much the service writes to its log, as JSON lines on standard error' }),
  RATE_LIMIT: wholeNumber(1, 1_000_000)
    .default(6000)
    .meta({ description: 'Requests that one address may send in a minute, those that are refused included' }),
  TRUST_PROXY: z.string().min(1).optional().meta({
    description: 'Addresses of the reverse proxies in front, comma-separated, whose forwarding headers are believed',
    fallback: 'none',
  }),
  REACH_ENGINE: z.enum(['surface', 'osrm', 'valhalla']).default('surface').meta({
    description:
      'What measures minutes: the built-in surface, or a routing service that speaks as OSRM or Valhalla does',
  }),
  REACH_ENGINE_URL: z
    .url({ protocol: /^https?$/, error: 'expected an http or https address' })
    .optional()
    .meta({
      description:
        'Address of the routing service. While it cannot be used, the built-in surface measures and the map says so',
      fallback: 'none; required with osrm and valhalla',
    }),
  REACH_ENGINE_LOCATIONS: wholeNumber(2, 10_000)
    .default(100)
    .meta({ description: 'Places that the routing service takes in one request' }),
  REACH_ENGINE_TIMEOUT: wholeNumber(1, 600)
    .default(10)
    .meta({ description: 'Seconds that the routing service may take over one request' }),
  OIDC_ISSUER: z
    .string()
    .refine(isSafeAddress, { error: 'expected an https address, or http on this computer' })
    .optional()
    .meta({
      description: 'Issuer that people log in at, by OpenID Connect',
      fallback: 'none: nobody logs in but to the demonstration',
    }),
  OIDC_CLIENT_ID: z.string().min(1).optional().meta({
    description: 'Name under which the issuer knows this service',
    fallback: 'none; required with OIDC_ISSUER',
  }),
  OIDC_CLIENT_SECRET: z.string().min(1).optional().meta({
    description: 'Secret that the issuer gave this service',
    fallback: 'none: a public client, by PKCE alone',
  }),
  OIDC_MAPPING: z.string().min(1).optional().meta({
    description: 'File that says which claims give which role and organisation',
    fallback: 'none; required with OIDC_ISSUER',
  }),
  OIDC_SCOPE: z
    .string()
    .regex(/^(.* )?openid( .*)?$/, { error: 'expected scopes with a space between, openid among them' })
    .default('openid')
    .meta({ description: 'Scopes that are asked of the issuer' }),
  OIDC_AUDIENCE: z.string().min(1).optional().meta({
    description: 'Audience of the bearer tokens that machines may send; not the client id',
    fallback: 'none: no tokens',
  }),
  PUBLIC_URL: z
    .string()
    .refine(isSafeAddress, { error: 'expected an https address, or http on this computer' })
    .optional()
    .meta({
      description: 'Address at which browsers reach the service, and the issuer sends people back to',
      fallback: 'none; required with OIDC_ISSUER',
    }),
  SMTP_URL: z
    .url({ protocol: /^smtps?$/, error: 'expected an smtp or smtps address' })
    .optional()
    .meta({
      description: 'Mail server that takes letters about hearings; letters about demonstration data never go there',
      fallback: 'none: letters are laid in <DATA_DIR>/outbox',
    }),
  SMTP_FROM: z.email({ error: 'expected a mail address' }).optional().meta({
    description: 'Sender of those letters',
    fallback: 'none; required with SMTP_URL',
  }),
  NODE_ENV: z
    .string()
    .optional()
    .meta({ description: '`production` refuses to start without what production needs', fallback: 'none' }),
})

/** Where the log is kept. */
export type StoreSetting =
  | { readonly kind: 'sqlite'; readonly file: string }
  | { readonly kind: 'eventStoreDb'; readonly connectionString: string }

/** The organisations' own login. */
export interface LoginSetting {
  readonly issuer: string
  readonly clientId: string
  readonly clientSecret: string | undefined
  readonly mappingFile: string
  readonly scope: string
  readonly audience: string | undefined
  /** Without a slash at its end. */
  readonly publicUrl: string
}

export interface Config {
  readonly port: number
  readonly host: string
  readonly dataDir: string
  readonly eventStore: StoreSetting
  readonly demo: boolean
  readonly sessionSecret: string | undefined
  readonly logLevel: z.infer<typeof settings>['LOG_LEVEL']
  /** Requests per minute and address. */
  readonly rateLimit: number
  readonly trustProxy: readonly string[]
  readonly reach: ReachSetting
  /** Mail server of the outbox and its sender; null where letters are laid in a folder. */
  readonly mail: { readonly url: string; readonly from: string } | null
  /** Address for browsers, without a slash at its end; null where none is set. */
  readonly publicUrl: string | null
  /** Null when no issuer is set. */
  readonly login: LoginSetting | null
}

/** The environment does not make sense; the message names every setting at fault. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError'
}

/** Reads the settings. Throws `ConfigError` naming everything that is wrong, not just the first. An empty text is unset. */
export function readConfig(environment: Readonly<Record<string, string | undefined>>): Config {
  const given = Object.fromEntries(
    Object.keys(settings.shape).flatMap((name) => (environment[name] ? [[name, environment[name]]] : [])),
  )
  const result = settings.safeParse(given)
  const problems = result.error?.issues.map(({ path, message }) => `${path.join('.')}: ${message}`) ?? []
  if (given.NODE_ENV === 'production' && given.DEMO === 'off' && given.SESSION_SECRET === undefined) {
    problems.push('SESSION_SECRET: needed with NODE_ENV=production and DEMO=off')
  }
  const engine = given.REACH_ENGINE
  if ((engine === 'osrm' || engine === 'valhalla') && given.REACH_ENGINE_URL === undefined) {
    problems.push(`REACH_ENGINE_URL: needed with REACH_ENGINE=${engine}`)
  }
  problems.push(...loginProblems(given))
  if (given.SMTP_URL !== undefined && given.SMTP_FROM === undefined) problems.push('SMTP_FROM: needed with SMTP_URL')
  if (result.data === undefined || problems.length > 0) {
    throw new ConfigError(`These settings are not right:\n${problems.map((line) => `  ${line}`).join('\n')}`)
  }
  const set = result.data
  const dataDir = resolve(set.DATA_DIR)
  return {
    port: set.PORT,
    host: set.HOST,
    dataDir,
    eventStore: storeSetting(set.EVENT_STORE ?? `sqlite:${join(dataDir, 'log.db')}`),
    demo: set.DEMO === 'on',
    sessionSecret: set.SESSION_SECRET,
    logLevel: set.LOG_LEVEL,
    rateLimit: set.RATE_LIMIT,
    trustProxy: set.TRUST_PROXY?.split(',').map((address) => address.trim()) ?? [],
    reach: reachSetting(set),
    login: loginSetting(set),
    mail: set.SMTP_URL === undefined || set.SMTP_FROM === undefined ? null : { url: set.SMTP_URL, from: set.SMTP_FROM },
    publicUrl: set.PUBLIC_URL?.replace(/\/+$/, '') ?? null,
  }
}

const neededForLogin = ['OIDC_CLIENT_ID', 'OIDC_MAPPING', 'PUBLIC_URL'] as const
const ofLogin = ['OIDC_CLIENT_ID', 'OIDC_CLIENT_SECRET', 'OIDC_MAPPING', 'OIDC_SCOPE', 'OIDC_AUDIENCE'] as const

/** What of the login is set without the rest that it needs. */
function loginProblems(given: Readonly<Record<string, string | undefined>>): string[] {
  if (given.OIDC_ISSUER === undefined) {
    return ofLogin
      .filter((name) => given[name] !== undefined)
      .map((name) => `${name}: means nothing without OIDC_ISSUER`)
  }
  const missing = neededForLogin.filter((name) => given[name] === undefined)
  const isShared = given.OIDC_AUDIENCE !== undefined && given.OIDC_AUDIENCE === given.OIDC_CLIENT_ID
  return [
    ...missing.map((name) => `${name}: needed with OIDC_ISSUER`),
    // Else what the issuer says of a person to a browser could be sent as a machine's token.
    ...(isShared ? ['OIDC_AUDIENCE: expected another value than OIDC_CLIENT_ID'] : []),
  ]
}

function loginSetting(set: z.infer<typeof settings>): LoginSetting | null {
  const { OIDC_ISSUER: issuer, OIDC_CLIENT_ID: clientId, OIDC_MAPPING: mapping, PUBLIC_URL: publicUrl } = set
  if (issuer === undefined || clientId === undefined || mapping === undefined || publicUrl === undefined) return null
  return {
    issuer,
    clientId,
    clientSecret: set.OIDC_CLIENT_SECRET,
    mappingFile: resolve(mapping),
    scope: set.OIDC_SCOPE,
    audience: set.OIDC_AUDIENCE,
    publicUrl: publicUrl.replace(/\/+$/, ''),
  }
}

/** One line per setting, as README's table shows them. */
export function settingsTable(): { readonly name: string; readonly default: string; readonly meaning: string }[] {
  return Object.entries(settings.shape).map(([name, schema]) => {
    const { description, fallback } = schema.meta() ?? {}
    const value = typeof fallback === 'string' ? fallback : schema.parse(undefined)
    return { name, default: String(value), meaning: description ?? '' }
  })
}

function reachSetting(set: z.infer<typeof settings>): ReachSetting {
  const { REACH_ENGINE: engine, REACH_ENGINE_URL: url } = set
  if (engine === 'surface' || url === undefined) return { engine: 'surface' }
  return {
    engine,
    url: url.replace(/\/+$/, ''),
    locations: set.REACH_ENGINE_LOCATIONS,
    timeoutMs: set.REACH_ENGINE_TIMEOUT * 1000,
  }
}

function storeSetting(text: string): StoreSetting {
  return text.startsWith('sqlite:')
    ? { kind: 'sqlite', file: text.slice('sqlite:'.length) }
    : { kind: 'eventStoreDb', connectionString: text }
}
