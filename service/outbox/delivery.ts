import { randomUUID } from 'node:crypto'
import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { createTransport } from 'nodemailer'
import type { Letter } from './letter.ts'

/** How an attempt went. `later`: it may be tried again; otherwise the address will not do. */
export type Outcome =
  | { readonly sent: true }
  | { readonly sent: false; readonly later: boolean; readonly smtpCode: number | null }

/** Where letters go. */
export interface Delivery {
  readonly by: 'folder' | 'smtp'
  deliver(letter: Letter): Promise<Outcome>
  close(): void
}

/** Each letter is a file in the folder, for whoever fetches it there. The same letter again replaces itself. */
export function folderDelivery(folder: string): Delivery {
  return {
    by: 'folder',
    async deliver({ id, to, subject, text }) {
      mkdirSync(folder, { recursive: true })
      const beside = join(folder, `.${randomUUID()}`)
      try {
        writeFileSync(beside, `To: ${to}\nSubject: ${subject}\n\n${text}`, { flush: true, mode: 0o600 })
        renameSync(beside, join(folder, `${id}.txt`))
      } finally {
        rmSync(beside, { force: true })
      }
      return { sent: true }
    },
    close: () => undefined,
  }
}

/** Milliseconds that a mail server may take before it counts as not answering. */
const patienceMs = 20_000

/** Hands letters to a mail server. A code from 500 is its last word; anything else may be better later. */
export function smtpDelivery({ url, from }: { readonly url: string; readonly from: string }): Delivery {
  const transport = createTransport({
    url,
    connectionTimeout: patienceMs,
    greetingTimeout: patienceMs,
    socketTimeout: patienceMs,
    // Nothing that a letter says may make the server read a file or fetch an address.
    disableFileAccess: true,
    disableUrlAccess: true,
  })
  return {
    by: 'smtp',
    async deliver({ id, to, subject, text }) {
      try {
        await transport.sendMail({ from, to, subject, text, messageId: `<${id}@${from.split('@')[1] ?? 'localhost'}>` })
        return { sent: true }
      } catch (error) {
        const smtpCode = codeOf(error)
        return { sent: false, later: smtpCode === null || smtpCode < 500, smtpCode }
      }
    },
    close: () => transport.close(),
  }
}

function codeOf(error: unknown): number | null {
  const code = error instanceof Error && 'responseCode' in error ? error.responseCode : null
  return typeof code === 'number' ? code : null
}
