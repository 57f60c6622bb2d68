import { randomBytes } from 'node:crypto'
import type { Running } from './running.ts'

/** A file sent as a browser's form would. */
export function upload(service: Running, bytes: Buffer, name: string, headers: Record<string, string>) {
  const boundary = `----${randomBytes(8).toString('hex')}`
  const head = `--${boundary}\r\nContent-Disposition: form-data; name="file"; filename="${name}"\r\nContent-Type: text/html\r\n\r\n`
  return service.app.inject({
    method: 'POST',
    url: '/api/attachments',
    headers: { ...headers, 'content-type': `multipart/form-data; boundary=${boundary}` },
    payload: Buffer.concat([Buffer.from(head), bytes, Buffer.from(`\r\n--${boundary}--\r\n`)]),
  })
}
