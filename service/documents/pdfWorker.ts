import { parentPort, workerData } from 'node:worker_threads'
import { type Printable, pdfOf } from './pdf.ts'

// What `pdfInThread` hands over when it starts this thread.
const { paper, origin } = workerData as { readonly paper: Printable; readonly origin: string }

/** Thread that sets one paper, answers its bytes, and ends. */
parentPort?.postMessage(new Uint8Array(await pdfOf(paper, origin)))
