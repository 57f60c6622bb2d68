import * as client from 'openid-client'
import type { LoginSetting } from '../config.ts'
import type { Claims } from './claimMapping.ts'

/** What must be remembered between sending a person to the issuer and their return. */
export interface Flow {
  readonly state: string
  readonly nonce: string
  readonly verifier: string
}

/** Why nobody was signed in. */
export type LoginFailure = 'unavailable' | 'refused' | 'failed'

/** The issuer did not sign the person in. `detail` is a code for the log; no part of an answer or a token is in it. */
export class LoginFailed extends Error {
  override readonly name = 'LoginFailed'
  readonly failure: LoginFailure
  readonly detail: string

  constructor(failure: LoginFailure, detail: string) {
    super(`${failure}: ${detail}`)
    this.failure = failure
    this.detail = detail
  }
}

/** Where keys and endpoints of the issuer are. */
export interface IssuerAddresses {
  readonly issuer: string
  readonly jwks: string | undefined
}

/** The organisation's own login, by OpenID Connect: the code flow with PKCE, state and nonce. */
export interface Issuer {
  /** Address to send the person to. `again` has the issuer ask who they are, even if it knows. */
  begin(again: boolean): Promise<{ readonly url: string; readonly flow: Flow }>
  /** What the issuer says about the person who came back. `search` is that of the address they came back to. */
  finish(search: string, flow: Flow): Promise<{ readonly claims: Claims; readonly idToken: string }>
  /** Address at which the person leaves the issuer too; null when it has none. */
  endAddress(idToken: string | undefined): Promise<string | null>
  addresses(): Promise<IssuerAddresses>
}

/** Path of the address that the issuer sends people back to. */
export const callbackPath = '/api/login/callback'

/** Path that the issuer sends people to who signed out there. */
const signedOutPath = '/log-ind'

/** Seconds that the issuer may take over one answer. */
const patience = 10

/**
 * The issuer of the settings. It is asked for its endpoints when they are first needed, and again until it has answered,
 * so that the service starts without it. Every method throws `LoginFailed`.
 */
export function createIssuer(setting: LoginSetting): Issuer {
  let found: Promise<client.Configuration> | undefined
  const discover = async (): Promise<client.Configuration> => {
    const running = found ?? client.discovery(...discoveryOf(setting))
    found = running
    try {
      return await running
    } catch (error) {
      if (found === running) found = undefined
      throw new LoginFailed('unavailable', codeOf(error))
    }
  }

  return {
    async begin(again) {
      const configuration = await discover()
      const verifier = client.randomPKCECodeVerifier()
      const flow = { state: client.randomState(), nonce: client.randomNonce(), verifier }
      const url = client.buildAuthorizationUrl(configuration, {
        redirect_uri: `${setting.publicUrl}${callbackPath}`,
        scope: setting.scope,
        code_challenge: await client.calculatePKCECodeChallenge(verifier),
        code_challenge_method: 'S256',
        state: flow.state,
        nonce: flow.nonce,
        ...(again ? { prompt: 'login' } : {}),
      })
      return { url: url.href, flow }
    },
    async finish(search, { state, nonce, verifier }) {
      const configuration = await discover()
      try {
        const tokens = await client.authorizationCodeGrant(
          configuration,
          new URL(`${setting.publicUrl}${callbackPath}${search}`),
          { expectedState: state, expectedNonce: nonce, pkceCodeVerifier: verifier, idTokenExpected: true },
        )
        const claims = tokens.claims()
        if (claims === undefined || tokens.id_token === undefined) throw new LoginFailed('failed', 'no ID token')
        // Many issuers tell of groups and organisation only here. What the signed token says goes before it.
        const more =
          configuration.serverMetadata().userinfo_endpoint === undefined
            ? {}
            : await client.fetchUserInfo(configuration, tokens.access_token, claims.sub)
        return { claims: { ...more, ...claims }, idToken: tokens.id_token }
      } catch (error) {
        throw failureOf(error)
      }
    },
    async endAddress(idToken) {
      const configuration = await discover()
      if (configuration.serverMetadata().end_session_endpoint === undefined) return null
      return client.buildEndSessionUrl(configuration, {
        post_logout_redirect_uri: `${setting.publicUrl}${signedOutPath}`,
        ...(idToken === undefined ? {} : { id_token_hint: idToken }),
      }).href
    },
    async addresses() {
      const { issuer, jwks_uri: jwks } = (await discover()).serverMetadata()
      return { issuer, jwks }
    },
  }
}

function discoveryOf(setting: LoginSetting): Parameters<typeof client.discovery> {
  const url = new URL(setting.issuer)
  // Signatures are checked too, though the code flow over TLS could do without. The settings allow plain http on this
  // computer only.
  const execute = [
    client.enableNonRepudiationChecks,
    ...(url.protocol === 'http:' ? [client.allowInsecureRequests] : []),
  ]
  const authentication =
    setting.clientSecret === undefined ? client.None() : client.ClientSecretBasic(setting.clientSecret)
  return [url, setting.clientId, undefined, authentication, { execute, timeout: patience }]
}

function failureOf(error: unknown): LoginFailed {
  if (error instanceof LoginFailed) return error
  if (error instanceof client.AuthorizationResponseError) return new LoginFailed('refused', codeOf(error))
  // What `fetch` throws when nobody answers.
  const unreachable = error instanceof TypeError || (error instanceof Error && error.cause instanceof TypeError)
  return new LoginFailed(unreachable ? 'unavailable' : 'failed', codeOf(error))
}

/** The library's own code for an error. Its sentences may quote an answer, and answers hold tokens. */
function codeOf(error: unknown): string {
  const { error: oauth, code, name } = Object(error)
  return [oauth, code, name].find((one) => typeof one === 'string' && /^[\w.-]{1,60}$/.test(one)) ?? 'unknown'
}
