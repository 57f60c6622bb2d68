type Where = 'all' | 'here' | 'elsewhere'

/** Changes of a proposal under one heading. */
interface ChangeGroup<Change> {
  readonly where: Where
  readonly changes: readonly Change[]
}

/**
 * Changes that lie in a municipality or hold for it, and then the others, each in their order; all of them in one group where
 * no municipality is asked for. A group without any is left out.
 */
export function changesByPlace<Change extends { readonly municipalities: readonly string[] }>(
  changes: readonly Change[],
  municipality: string | undefined,
): readonly ChangeGroup<Change>[] {
  if (municipality === undefined) return [{ where: 'all', changes }]
  const isHere = ({ municipalities }: Change) => municipalities.includes(municipality)
  const groups: readonly ChangeGroup<Change>[] = [
    { where: 'here', changes: changes.filter(isHere) },
    { where: 'elsewhere', changes: changes.filter((change) => !isHere(change)) },
  ]
  return groups.filter((group) => group.changes.length > 0)
}
