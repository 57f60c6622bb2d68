import { startThread } from '../reach/thread.ts'
import type { Printable } from './pdf.ts'

/** The paper as a PDF, set in a thread of its own: a page with drawings takes a second or two. Rejects as the thread does. */
export async function pdfInThread(paper: Printable, origin: string): Promise<Buffer> {
  const worker = startThread('../documents/pdfWorker', { paper, origin })
  return await new Promise<Buffer>((made, failed) => {
    worker.once('message', (bytes: Uint8Array) => made(Buffer.from(bytes)))
    worker.once('error', failed)
    // Does nothing after the answer.
    worker.once('exit', () => failed(new Error('The thread that sets papers ended without an answer')))
  })
}
