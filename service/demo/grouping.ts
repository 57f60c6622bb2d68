/** Values by key, each group in the order given. */
export function grouped<Value, Key>(values: readonly Value[], key: (value: Value) => Key): Map<Key, readonly Value[]> {
  const groups = new Map<Key, Value[]>()
  for (const value of values) {
    const group = groups.get(key(value))
    if (group) group.push(value)
    else groups.set(key(value), [value])
  }
  return groups
}
