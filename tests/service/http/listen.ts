import { Change } from '#api/contract'
import type { Running } from './running.ts'

/** Messages of the change stream as a browser gets them, over a real connection. */
export async function listen(service: Running, signal: AbortSignal) {
  const url = await service.listen()
  const response = await fetch(`${url}/api/changes`, { headers: { accept: 'text/event-stream' }, signal })
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader()
  let text = ''
  /** The next message, or undefined when the service has ended the stream. */
  async function next(): Promise<Change | undefined> {
    for (;;) {
      const end = text.indexOf('\n\n')
      if (end >= 0) {
        const message = text.slice(0, end)
        text = text.slice(end + 2)
        const data = message.split('\n').find((line) => line.startsWith('data: '))
        if (data !== undefined) return Change.parse(JSON.parse(data.slice('data: '.length)))
        continue
      }
      const { done, value } = (await reader?.read()) ?? { done: true, value: undefined }
      if (done) return undefined
      text += value
    }
  }
  return { response, next }
}
