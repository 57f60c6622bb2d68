/** A copy in memory that all threads read, so that handing it over copies nothing. */
export function sharedBytes(view: ArrayBufferView): SharedArrayBuffer {
  const bytes = new SharedArrayBuffer(view.byteLength)
  new Uint8Array(bytes).set(new Uint8Array(view.buffer, view.byteOffset, view.byteLength))
  return bytes
}

export function sharedInts(values: ArrayLike<number>): Int32Array {
  return new Int32Array(sharedBytes(Int32Array.from(values)))
}
