/** What the committee's docket holds, and how the case's own stream repeats it so that the case stands where the docket says. */
const originals: ReadonlyMap<string, string> = new Map([
  ['CaseRuled', 'RulingIssued'],
  ['CaseRulingWithdrawn', 'RulingWithdrawn'],
  ['CaseReferred', 'ReferredToNationalCommittee'],
  ['CaseDecidedNationally', 'NationalCommitteeDecided'],
])

/** A case's events, the latest first, each thing told once: a repetition is left out where the reader has the original. */
export function historyOf<Event extends { readonly number: number; readonly type: string }>(
  events: readonly Event[],
): Event[] {
  const types = new Set(events.map(({ type }) => type))
  return events
    .filter(({ type }) => !types.has(originals.get(type) ?? ''))
    .toSorted((one, other) => other.number - one.number)
}
