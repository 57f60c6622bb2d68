/** A checked connection string of EventStoreDB, in the form the client wants it. */
export interface Connection {
  readonly connectionString: string
  readonly credentials: { readonly username: string; readonly password: string } | undefined
  readonly tls: boolean
}

/**
 * Reads `esdb://user:password@host:port,host:port?settings` and sees to it that writes go to the leader and that failed
 * appends throw. Throws when credentials would have to travel in the open: the client drops them without TLS, silently.
 */
export function parseConnection(text: string): Connection {
  const parts = /^(esdb(?:\+discover)?):\/\/(?:([^@/]*)@)?([^/?]+)\/?(?:\?(.*))?$/.exec(text)
  const [, protocol, login, hosts, query] = parts ?? []
  if (protocol === undefined || hosts === undefined) {
    throw new Error('The connection string of the event store must look like esdb://host:2113?tls=true')
  }
  // The client reads the names of settings without regard to case; so do we, and say each of ours only once.
  const settings = new URLSearchParams(query ?? '')
  const find = (name: string) => [...settings.keys()].find((key) => key.toLowerCase() === name.toLowerCase())
  const tls = settings.get(find('tls') ?? 'tls')?.toLowerCase() !== 'false'
  const credentials = parseLogin(login)
  if (credentials && !tls && !hosts.split(',').every(isLoopback)) {
    throw new Error('Credentials for the event store need TLS, unless every host is this machine')
  }
  for (const name of ['nodePreference', 'throwOnAppendFailure']) settings.delete(find(name) ?? name)
  settings.set('nodePreference', 'leader')
  return {
    connectionString: `${protocol}://${login === undefined ? '' : `${login}@`}${hosts}?${settings.toString()}`,
    credentials,
    tls,
  }
}

function parseLogin(login: string | undefined): Connection['credentials'] {
  if (login === undefined) return undefined
  const colon = login.indexOf(':')
  if (colon < 1) throw new Error('The credentials of the event store must be given as user:password@')
  return {
    username: decodeURIComponent(login.slice(0, colon)),
    password: decodeURIComponent(login.slice(colon + 1)),
  }
}

function isLoopback(host: string): boolean {
  return /^(localhost|127(\.\d{1,3}){3}|\[::1\])(:\d+)?$/i.test(host)
}
