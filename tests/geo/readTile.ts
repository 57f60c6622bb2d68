type Value = string | number | boolean
export type ReadLayer = { name: string; version: number; extent: number; features: Record<string, Value>[] }

/** Fields of one protobuf message in order: number, and the bytes or the number it holds. */
function* fieldsOf(bytes: Uint8Array): Generator<{ field: number; bytes: Uint8Array; value: number }> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  let at = 0
  const varint = () => {
    let value = 0
    for (let shift = 1; ; shift *= 128) {
      const byte = bytes[at++] ?? 0
      value += (byte & 127) * shift
      if (byte < 128) return value
    }
  }
  while (at < bytes.length) {
    const key = varint()
    const field = Math.floor(key / 8)
    const wire = key % 8
    if (wire === 0) yield { field, bytes: new Uint8Array(), value: varint() }
    else if (wire === 1) {
      yield { field, bytes: new Uint8Array(), value: view.getFloat64(at, true) }
      at += 8
    } else if (wire === 2) {
      const length = varint()
      yield { field, bytes: bytes.subarray(at, at + length), value: length }
      at += length
    } else throw new Error(`wire type ${wire} is not expected in a vector tile`)
  }
}

function packed(bytes: Uint8Array): number[] {
  const numbers: number[] = []
  let [value, scale] = [0, 1]
  for (const byte of bytes) {
    value += (byte & 127) * scale
    scale *= 128
    if (byte >= 128) continue
    numbers.push(value)
    ;[value, scale] = [0, 1]
  }
  return numbers
}

const text = (bytes: Uint8Array) => new TextDecoder().decode(bytes)

function readValue(bytes: Uint8Array): Value {
  for (const { field, bytes: content, value } of fieldsOf(bytes)) {
    if (field === 1) return text(content)
    if (field === 6) return value % 2 === 0 ? value / 2 : -(value + 1) / 2
    if (field === 7) return value === 1
    return value
  }
  throw new Error('a value without content')
}

/** Layers of a Mapbox Vector Tile, by its published format and not by the encoder's own reader; geometry left out. */
export function readTile(tile: Uint8Array): ReadLayer[] {
  return [...fieldsOf(tile)].map(({ bytes }) => {
    const layer: ReadLayer = { name: '', version: 1, extent: 4096, features: [] }
    const keys: string[] = []
    const values: Value[] = []
    const tags: number[][] = []
    for (const { field, bytes: content, value } of fieldsOf(bytes)) {
      if (field === 1) layer.name = text(content)
      else if (field === 2)
        tags.push([...fieldsOf(content)].filter((one) => one.field === 2).flatMap((one) => packed(one.bytes)))
      else if (field === 3) keys.push(text(content))
      else if (field === 4) values.push(readValue(content))
      else if (field === 5) layer.extent = value
      else if (field === 15) layer.version = value
    }
    layer.features = tags.map((pairs) =>
      Object.fromEntries(
        pairs.flatMap((key, at) => (at % 2 === 0 ? [[keys[key] ?? '', values[pairs[at + 1] ?? -1] ?? '']] : [])),
      ),
    )
    return layer
  })
}
