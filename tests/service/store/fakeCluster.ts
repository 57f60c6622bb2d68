import gossipGrpc from '@eventstore/db-client/generated/gossip_grpc_pb.js'
import gossip from '@eventstore/db-client/generated/gossip_pb.js'
import serverFeaturesGrpc from '@eventstore/db-client/generated/serverfeatures_grpc_pb.js'
import shared from '@eventstore/db-client/generated/shared_pb.js'
import streamsGrpc from '@eventstore/db-client/generated/streams_grpc_pb.js'
import streams from '@eventstore/db-client/generated/streams_pb.js'
import grpc from '@grpc/grpc-js'

/** One event of the cluster's only log. */
interface Stored {
  readonly stream: string
  readonly revision: number
  readonly id: string
  readonly metadata: readonly (readonly [string, string])[]
  readonly data: Uint8Array
  readonly customMetadata: Uint8Array
}

type ReadCall = grpc.ServerWritableStream<streams.ReadReq, streams.ReadResp>

interface Node {
  port: number
  server: grpc.Server | undefined
  /** Takes calls and never answers them, gossip included. */
  silent: boolean
  readonly followers: Set<() => void>
}

export interface FakeClusterSettings {
  /** Says "caught up", as servers from 23.10 on do. */
  readonly saysCaughtUp?: boolean
}

export interface FakeCluster {
  readonly connectionString: string
  /** Everything in the log, the server's own events included. */
  readonly log: readonly { readonly stream: string; readonly revision: number; readonly id: string }[]
  /** The leader dies; after so many milliseconds another node leads. The dead one comes back as a follower. */
  killLeader(leaderlessMs: number): Promise<void>
  /** Nodes stay up, but another one leads: the old leader refuses what needs a leader. */
  moveLeader(): void
  /** The next appends are written, and the connection breaks before the answer. */
  loseAnswers(count: number): void
  /** The leader takes calls and answers none, until it is woken; another node takes over. */
  silenceLeader(): () => void
  /** Ends every subscription with an error. */
  dropSubscriptions(): void
  /** Subscriptions stay open and deliver nothing more. */
  deafenSubscriptions(): void
  /** Adds an event as some other client would. */
  plant(stream: string, data: string): void
  readonly subscriptionsStarted: () => number
  stop(): Promise<void>
}

/**
 * Three nodes of an EventStoreDB cluster in this process, speaking its gRPC over one array. Asked for their features they
 * stay silent for ever, as a server in trouble may: whoever needs the answer before an append hangs.
 */
export async function startFakeCluster({ saysCaughtUp = true }: FakeClusterSettings = {}): Promise<FakeCluster> {
  const log: Stored[] = []
  const nodes: Node[] = [0, 1, 2].map(() => ({ port: 0, server: undefined, silent: false, followers: new Set() }))
  const timers = new Set<NodeJS.Timeout>()
  let leader: number | undefined = 0
  let answersToLose = 0
  let subscriptionsStarted = 0
  let deaf = new WeakSet<ReadCall>()
  const subscriptions = new Set<ReadCall>()
  const announce = () => {
    for (const node of nodes) for (const follower of node.followers) follower()
  }

  function readGossip(node: Node): grpc.handleUnaryCall<shared.Empty, gossip.ClusterInfo> {
    return (_, answer) => {
      if (node.silent) return
      const info = new gossip.ClusterInfo()
      for (const [index, { port, server, silent }] of nodes.entries()) {
        const endpoint = new gossip.EndPoint().setAddress('127.0.0.1').setPort(port)
        const member = new gossip.MemberInfo()
          .setInstanceId(new shared.UUID().setString(`00000000-0000-4000-8000-00000000000${index}`))
          .setTimeStamp('0')
          .setIsAlive(server !== undefined && !silent)
          .setHttpEndPoint(endpoint)
        member.setState(index === leader ? gossip.MemberInfo.VNodeState.LEADER : gossip.MemberInfo.VNodeState.FOLLOWER)
        info.addMembers(member)
      }
      answer(null, info)
    }
  }

  /** The refusal of a node that does not lead, when the call asked for the leader. */
  function refusal(node: Node, metadata: grpc.Metadata): grpc.ServiceError | grpc.StatusObject | undefined {
    if (metadata.get('requires-leader')[0] !== 'true' || nodes[leader ?? -1] === node) return undefined
    const trailer = new grpc.Metadata()
    const leading = leader === undefined ? undefined : nodes[leader]
    if (!leading) return { code: grpc.status.UNAVAILABLE, details: 'Server Is Not Ready', metadata: trailer }
    trailer.set('exception', 'not-leader')
    trailer.set('leader-endpoint-host', '127.0.0.1')
    trailer.set('leader-endpoint-port', String(leading.port))
    return { code: grpc.status.NOT_FOUND, details: 'Leader info available', metadata: trailer }
  }

  function append(node: Node): grpc.handleClientStreamingCall<streams.AppendReq, streams.AppendResp> {
    return (call, answer) => {
      const requests: streams.AppendReq[] = []
      call.on('data', (request: streams.AppendReq) => requests.push(request))
      call.on('end', () => {
        if (node.silent) return
        const refused = refusal(node, call.metadata)
        if (refused) return answer(refused)
        const response = write(requests)
        announce()
        if (answersToLose === 0) return answer(null, response)
        answersToLose -= 1
        answer({ code: grpc.status.UNAVAILABLE, details: 'connection lost', metadata: new grpc.Metadata() })
      })
    }
  }

  /** The server's own rule: at the expected revision it writes, ids that already stand there are a repeat. */
  function write([first, ...rest]: streams.AppendReq[]): streams.AppendResp {
    const options = first?.getOptions()
    const stream = text(options?.getStreamIdentifier()?.getStreamName_asU8())
    const own = log.filter((stored) => stored.stream === stream)
    const expected = options?.hasNoStream() ? -1 : Number(options?.getRevision())
    const messages = rest.flatMap((request) => request.getProposedMessage() ?? [])
    const there = own.slice(expected + 1, expected + 1 + messages.length)
    const repeated =
      there.length > 0 && messages.every((message, index) => message.getId()?.getString() === there[index]?.id)
    if (own.length - 1 !== expected && !repeated) {
      const wrong = new streams.AppendResp.WrongExpectedVersion()
      if (own.length === 0) wrong.setCurrentNoStream(new shared.Empty())
      else wrong.setCurrentRevision(String(own.length - 1))
      if (expected < 0) wrong.setExpectedNoStream(new shared.Empty())
      else wrong.setExpectedRevision(String(expected))
      return new streams.AppendResp().setWrongExpectedVersion(wrong)
    }
    const success = new streams.AppendResp.Success().setCurrentRevision(String(expected + messages.length))
    if (repeated) return new streams.AppendResp().setSuccess(success.setNoPosition(new shared.Empty()))
    for (const [index, message] of messages.entries()) {
      const pairs: (readonly [string, string])[] = [['created', created()]]
      for (const [key, value] of message.getMetadataMap().entries()) pairs.push([key, value])
      log.push({
        stream,
        revision: expected + 1 + index,
        id: message.getId()?.getString() ?? '',
        metadata: pairs,
        data: message.getData_asU8(),
        customMetadata: message.getCustomMetadata_asU8(),
      })
    }
    // As real servers do after several events, the commit position alone is told.
    const position = new streams.AppendResp.Position()
      .setCommitPosition(String(commitOf(log.length - 1)))
      .setPreparePosition('0')
    return new streams.AppendResp().setSuccess(success.setPosition(position))
  }

  function read(node: Node): grpc.handleServerStreamingCall<streams.ReadReq, streams.ReadResp> {
    return (call) => {
      if (node.silent) return
      const refused = refusal(node, call.metadata)
      // gRPC takes a status where it takes an error.
      if (refused) return void call.emit('error', refused)
      const options = call.request.getOptions()
      if (!options) return call.end()
      if (options.hasSubscription()) return subscribe(node, call, options)
      if (options.hasAll()) return readBackwards(call, Number(options.getCount()))
      readStream(call, options)
    }
  }

  function readStream(call: ReadCall, options: streams.ReadReq.Options): void {
    const stream = text(options.getStream()?.getStreamIdentifier()?.getStreamName_asU8())
    const from = Number(options.getStream()?.getRevision() ?? 0)
    const indexes = [...log.keys()].filter((index) => log[index]?.stream === stream)
    if (indexes.length === 0) {
      const identifier = new shared.StreamIdentifier().setStreamName(Buffer.from(stream).toString('base64'))
      call.write(
        new streams.ReadResp().setStreamNotFound(new streams.ReadResp.StreamNotFound().setStreamIdentifier(identifier)),
      )
    }
    for (const index of indexes.slice(from)) call.write(eventResponse(index))
    call.end()
  }

  function readBackwards(call: ReadCall, count: number): void {
    for (let index = log.length - 1; index >= 0 && index >= log.length - count; index -= 1)
      call.write(eventResponse(index))
    call.end()
  }

  function subscribe(node: Node, call: ReadCall, options: streams.ReadReq.Options): void {
    subscriptionsStarted += 1
    const after = options.getAll()?.hasPosition() ? Number(options.getAll()?.getPosition()?.getCommitPosition()) : -1
    const prefix = new RegExp(options.getFilter()?.getStreamIdentifier()?.getRegex() ?? '')
    let next = log.findIndex((_, index) => commitOf(index) > after)
    if (next === -1) next = log.length
    let passedBy = 0
    const deliver = () => {
      if (deaf.has(call)) return
      for (; next < log.length; next += 1) {
        if (prefix.test(log[next]?.stream ?? '')) call.write(eventResponse(next))
        else passedBy += 1
        if (passedBy < 32) continue
        passedBy = 0
        const place = String(commitOf(next))
        const checkpoint = new streams.ReadResp.Checkpoint().setCommitPosition(place).setPreparePosition(place)
        call.write(new streams.ReadResp().setCheckpoint(checkpoint))
      }
    }
    const confirmation = new streams.ReadResp.SubscriptionConfirmation().setSubscriptionId(String(subscriptionsStarted))
    call.write(new streams.ReadResp().setConfirmation(confirmation))
    deliver()
    if (saysCaughtUp) call.write(new streams.ReadResp().setCaughtUp(new streams.ReadResp.CaughtUp()))
    node.followers.add(deliver)
    subscriptions.add(call)
    call.on('cancelled', () => {
      node.followers.delete(deliver)
      subscriptions.delete(call)
    })
  }

  function eventResponse(index: number): streams.ReadResp {
    const stored = log[index]
    if (!stored) throw new Error(`No event ${index}`)
    const place = String(commitOf(index))
    const event = new streams.ReadResp.ReadEvent.RecordedEvent()
      .setId(new shared.UUID().setString(stored.id))
      .setStreamIdentifier(new shared.StreamIdentifier().setStreamName(Buffer.from(stored.stream).toString('base64')))
      .setStreamRevision(String(stored.revision))
      .setCommitPosition(place)
      .setPreparePosition(place)
      .setData(stored.data)
      .setCustomMetadata(stored.customMetadata)
    for (const [key, value] of stored.metadata) event.getMetadataMap().set(key, value)
    const read = new streams.ReadResp.ReadEvent().setEvent(event).setCommitPosition(place)
    return new streams.ReadResp().setEvent(read)
  }

  async function start(node: Node): Promise<void> {
    const server = new grpc.Server()
    server.addService(gossipGrpc.GossipService, { read: readGossip(node) })
    server.addService(serverFeaturesGrpc.ServerFeaturesService, { getSupportedMethods: () => {} })
    server.addService(streamsGrpc.StreamsService, { append: append(node), read: read(node) })
    node.port = await new Promise<number>((resolve, reject) => {
      server.bindAsync(`127.0.0.1:${node.port}`, grpc.ServerCredentials.createInsecure(), (error, port) =>
        error ? reject(error) : resolve(port),
      )
    })
    node.server = server
  }

  function kill(node: Node | undefined): void {
    node?.server?.forceShutdown()
    node?.followers.clear()
    if (node) node.server = undefined
  }

  function electAfter(milliseconds: number, old: number): void {
    const timer = setTimeout(() => {
      leader = (old + 1) % nodes.length
      timers.delete(timer)
    }, milliseconds)
    timers.add(timer)
  }

  await Promise.all(nodes.map(start))
  return {
    connectionString: `esdb://${nodes.map((node) => `127.0.0.1:${node.port}`).join(',')}?tls=false&gossipTimeout=1&discoveryInterval=20&maxDiscoverAttempts=5`,
    log,
    async killLeader(leaderlessMs) {
      const old = leader ?? 0
      const node = nodes[old]
      leader = undefined
      kill(node)
      electAfter(leaderlessMs, old)
      if (node) await start(node)
    },
    moveLeader() {
      leader = ((leader ?? 0) + 1) % nodes.length
    },
    loseAnswers(count) {
      answersToLose += count
    },
    silenceLeader() {
      const old = leader ?? 0
      const node = nodes[old]
      if (node) node.silent = true
      leader = (old + 1) % nodes.length
      return () => {
        if (node) node.silent = false
      }
    },
    dropSubscriptions() {
      for (const call of subscriptions)
        call.emit('error', { code: grpc.status.CANCELLED, details: 'dropped', metadata: new grpc.Metadata() })
      subscriptions.clear()
    },
    deafenSubscriptions() {
      deaf = new WeakSet(subscriptions)
    },
    plant(stream, data) {
      const revision = log.filter((stored) => stored.stream === stream).length
      const metadata = [
        ['type', 'Planted'],
        ['content-type', 'application/json'],
        ['created', created()],
      ] as const
      const id = `10000000-0000-4000-8000-${String(log.length).padStart(12, '0')}`
      log.push({
        stream,
        revision,
        id,
        metadata,
        data: Buffer.from(data),
        customMetadata: Buffer.from('{"metadata":{}}'),
      })
      announce()
    },
    subscriptionsStarted: () => subscriptionsStarted,
    async stop() {
      for (const timer of timers) clearTimeout(timer)
      for (const node of nodes) kill(node)
    },
  }
}

/** Positions with gaps, as in a real log. */
function commitOf(index: number): number {
  return 1000 + index * 137
}

/** Now, in ticks of 100 nanoseconds since 1970. */
function created(): string {
  return String(BigInt(Date.now()) * 10_000n)
}

function text(bytes: Uint8Array | undefined): string {
  return Buffer.from(bytes ?? []).toString('utf8')
}
