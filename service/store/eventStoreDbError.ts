import { StoreUnavailable } from './eventStore.ts'

/** What the client calls the failures after which nothing is known and the call may be repeated. */
const passingTypes: readonly unknown[] = ['not-leader', 'unavailable', 'cancelled', 'deadline-exceeded', 'timeout']

/** gRPC's codes for a call that was cancelled (1), too late (4), aborted (10), broken on the way (13) or never made (14). */
const passingCodes: readonly unknown[] = [1, 4, 10, 13, 14]

/**
 * The client's kinds of error in the port's words: its own with a type, raw gRPC ones with only a code, and bare ones
 * from its search for the cluster. Anything else comes back as it is.
 */
export function translate(error: unknown): unknown {
  if (!(error instanceof Error) || error instanceof StoreUnavailable) return error
  const typed = 'type' in error && passingTypes.includes(error.type)
  const untyped = !('type' in error) && 'code' in error && passingCodes.includes(error.code)
  if (!typed && !untyped && !isDiscoveryFailure(error)) return error
  return new StoreUnavailable(`The event store is not available: ${error.message}`, { cause: error })
}

/** True when the client found no node to talk to, or talks over a connection that it has itself closed. */
export function isDiscoveryFailure(error: unknown): boolean {
  return error instanceof Error && /^Failed to discover|Channel has been shut down/.test(error.message)
}
