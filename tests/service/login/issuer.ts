import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { exportJWK, generateKeyPair, type JWTPayload, SignJWT } from 'jose'
import Provider from 'oidc-provider'
import { afterAll } from 'vitest'

/** Where the service says that browsers reach it; the tests bring it what the issuer sends there. */
export const publicUrl = 'http://localhost:4721'
export const audience = 'praksiskort-api'
const clientId = 'praksiskort'
const clientSecret = 'the secret of the tests'

export type Claims = Readonly<Record<string, unknown>>

/** A browser as far as the issuer is concerned: it keeps cookies. */
interface Visitor {
  cookies: Map<string, string>
}

/** A real issuer in this process. People are signed in by name, without a page to type at. */
export async function startIssuer(accounts: Readonly<Record<string, Claims>>) {
  const { privateKey, publicKey } = await generateKeyPair('RS256', { extractable: true })
  const key = { ...(await exportJWK(privateKey)), kid: 'issuer', alg: 'RS256', use: 'sig' }
  let handle: ReturnType<Provider['callback']> | undefined
  let visiting: string | null = null
  let away = false
  const server = createServer((request, response) => {
    if (away) {
      response.writeHead(503).end()
      return
    }
    const isInteraction = request.url?.startsWith('/interaction/')
    if (!isInteraction) void handle?.(request, response)
    else if (visiting === null)
      void provider.interactionFinished(request, response, { error: 'access_denied', error_description: 'said no' })
    else void provider.interactionFinished(request, response, { login: { accountId: visiting } })
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  // It listens on a port by now, not on a pipe.
  const { port } = server.address() as AddressInfo
  const issuer = `http://localhost:${port}`
  const provider = new Provider(issuer, {
    clients: [
      {
        client_id: clientId,
        client_secret: clientSecret,
        redirect_uris: [`${publicUrl}/api/login/callback`],
        post_logout_redirect_uris: [`${publicUrl}/log-ind`],
      },
    ],
    jwks: { keys: [key] },
    cookies: { keys: ['cookies of the tests'] },
    claims: { openid: ['sub', ...new Set(Object.values(accounts).flatMap(Object.keys))] },
    features: { devInteractions: { enabled: false } },
    interactions: { url: (_context, { uid }) => `/interaction/${uid}` },
    findAccount: (_context, sub) => ({ accountId: sub, claims: () => ({ ...accounts[sub], sub }) }),
    ttl: { AccessToken: 600, Grant: 600, IdToken: 600, Interaction: 600, Session: 600 },
    // Nobody is asked whether the service may know who they are.
    loadExistingGrant: async ({ oidc }) => {
      const grant = new provider.Grant({ clientId, accountId: String(oidc.session?.accountId) })
      grant.addOIDCScope('openid')
      await grant.save()
      return grant
    },
  })
  handle = provider.callback()
  const stop = async () => {
    server.closeAllConnections()
    await new Promise((done) => server.close(done))
  }
  afterAll(stop)

  async function visit(visitor: Visitor, url: string, init: RequestInit = {}): Promise<Response> {
    const cookie = [...visitor.cookies].map(([name, value]) => `${name}=${value}`).join('; ')
    const response = await fetch(url, { ...init, redirect: 'manual', headers: { ...init.headers, cookie } })
    for (const set of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(set) ?? []
      if (value === '') visitor.cookies.delete(name)
      else visitor.cookies.set(name, value)
    }
    return response
  }

  return {
    issuer,
    privateKey,
    publicKey,
    stop,
    /** While it is away it answers 503, as a proxy would for it. */
    setAway: (value: boolean) => {
      away = value
    },
    newVisitor: (): Visitor => ({ cookies: new Map() }),
    /** Settings of a service that this issuer knows. */
    settings: (mappingFile: string) => ({
      OIDC_ISSUER: issuer,
      OIDC_CLIENT_ID: clientId,
      OIDC_CLIENT_SECRET: clientSecret,
      OIDC_MAPPING: mappingFile,
      OIDC_AUDIENCE: audience,
      PUBLIC_URL: publicUrl,
    }),
    /** Goes where the service sent the browser, signs in as `account` (null says no), and answers the way back to it. */
    async signIn(visitor: Visitor, start: string, account: string | null): Promise<string> {
      visiting = account
      let at = start
      for (let hops = 0; hops < 10; hops += 1) {
        const response = await visit(visitor, at)
        const location = response.headers.get('location')
        if (location === null) throw new Error(`${at} answered ${response.status}: ${await response.text()}`)
        at = new URL(location, issuer).href
        if (at.startsWith(publicUrl)) return at.slice(publicUrl.length)
      }
      throw new Error('the issuer went in circles')
    },
    /** Goes to the issuer's own way out, confirms, and answers where that leads. */
    async signOut(visitor: Visitor, start: string): Promise<string | null> {
      const page = await (await visit(visitor, start)).text()
      const action = /action="([^"]+)"/.exec(page)?.[1] ?? ''
      const secret = /name="xsrf" value="([^"]+)"/.exec(page)?.[1] ?? ''
      const body = new URLSearchParams({ xsrf: secret, logout: 'yes' })
      const answer = await visit(visitor, new URL(action, issuer).href, { method: 'POST', body })
      return answer.headers.get('location')
    },
    /** A machine's token, signed with the issuer's key: good for an hour unless `claims` says otherwise. */
    token: (claims: JWTPayload, header: Readonly<Record<string, unknown>> = {}) =>
      new SignJWT({ iss: issuer, aud: audience, ...claims })
        .setProtectedHeader({ alg: 'RS256', kid: 'issuer', ...header })
        .setIssuedAt()
        .setExpirationTime(claims.exp ?? '1h')
        .sign(privateKey),
  }
}
