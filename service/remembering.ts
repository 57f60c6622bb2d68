/** Keeps the `kept` values that were used last, and makes the others again. */
export function remembering<Value extends object>(kept: number): (key: string, make: () => Value) => Value {
  // The least recently used is forgotten first: a Map keeps the order of insertion.
  const values = new Map<string, Value>()
  return (key, make) => {
    const value = values.get(key) ?? make()
    values.delete(key)
    values.set(key, value)
    for (const oldest of values.keys()) {
      if (values.size <= kept) break
      values.delete(oldest)
    }
    return value
  }
}
