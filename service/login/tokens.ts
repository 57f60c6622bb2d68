import { createRemoteJWKSet, errors, jwtVerify, type RemoteJWKSet } from 'jose'
import type { Claims } from './claimMapping.ts'
import { type Issuer, LoginFailed } from './issuer.ts'

/** What is wrong with a bearer token. */
export type TokenFault =
  | 'expired'
  | 'notYet'
  | 'issuer'
  | 'audience'
  | 'algorithm'
  | 'unknownKey'
  | 'signature'
  | 'claims'
  | 'malformed'
  | 'notAccepted'

/** A token that is worth nothing here. Nothing of it is in the message. */
export class TokenRefused extends Error {
  override readonly name = 'TokenRefused'
  readonly fault: TokenFault

  constructor(fault: TokenFault) {
    super(`the bearer token was refused: ${fault}`)
    this.fault = fault
  }
}

/** Checks a bearer token and answers what it says. Throws `TokenRefused`, and `LoginFailed` while the keys cannot be had. */
export type VerifyToken = (token: string) => Promise<Claims & { readonly sub: string }>

/** Signatures by a key pair only: whoever can check a token must not be able to make one. */
const algorithms = ['RS256', 'RS384', 'RS512', 'PS256', 'PS384', 'PS512', 'ES256', 'ES384', 'ES512', 'EdDSA']
/** Seconds that the clocks of issuer and service may differ. */
const clockTolerance = 30
/** Milliseconds that the issuer may take to send its keys. */
const keysWithinMs = 5000
/** Milliseconds between two looks for a key that was not there, so that made-up keys do not burden the issuer. */
const lookAgainMs = 30_000

/** Tokens of machines, signed by the issuer for `audience`; without one no token is accepted. */
export function createVerifyToken(issuer: Pick<Issuer, 'addresses'>, audience: string | undefined): VerifyToken {
  let keys: { readonly address: string; readonly set: RemoteJWKSet } | undefined
  return async (token) => {
    if (audience === undefined) throw new TokenRefused('notAccepted')
    const { issuer: name, jwks } = await issuer.addresses()
    if (jwks === undefined) throw new LoginFailed('unavailable', 'the issuer names no keys')
    if (keys?.address !== jwks) {
      const options = { timeoutDuration: keysWithinMs, cooldownDuration: lookAgainMs }
      keys = { address: jwks, set: createRemoteJWKSet(new URL(jwks), options) }
    }
    try {
      const checks = { issuer: name, audience, algorithms, clockTolerance, requiredClaims: ['exp', 'sub'] }
      const { payload } = await jwtVerify(token, keys.set, checks)
      if (typeof payload.sub !== 'string' || payload.sub === '') throw new TokenRefused('claims')
      return { ...payload, sub: payload.sub }
    } catch (error) {
      throw refusalOf(error)
    }
  }
}

function refusalOf(error: unknown): unknown {
  if (error instanceof errors.JWTExpired) return new TokenRefused('expired')
  if (error instanceof errors.JWTClaimValidationFailed)
    return new TokenRefused(claimFaults.get(error.claim) ?? 'claims')
  if (error instanceof errors.JOSEAlgNotAllowed || error instanceof errors.JOSENotSupported)
    return new TokenRefused('algorithm')
  if (error instanceof errors.JWKSNoMatchingKey || error instanceof errors.JWKSMultipleMatchingKeys)
    return new TokenRefused('unknownKey')
  if (error instanceof errors.JWSSignatureVerificationFailed) return new TokenRefused('signature')
  if (error instanceof errors.JWSInvalid || error instanceof errors.JWTInvalid) return new TokenRefused('malformed')
  if (error instanceof errors.JOSEError || error instanceof TypeError) return new LoginFailed('unavailable', 'keys')
  return error
}

const claimFaults = new Map<string, TokenFault>([
  ['iss', 'issuer'],
  ['aud', 'audience'],
  ['nbf', 'notYet'],
  ['exp', 'expired'],
])
