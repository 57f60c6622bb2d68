import multipart from '@fastify/multipart'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { mostAttachmentBytes } from '#api/attachments'
import type { Scope } from '#api/policy'
import { Problem, problemCodes } from '#api/problem'
import { Attachment, AttachmentHash, AttachmentName, AttachmentType } from '#events/attachment'
import { CaseId } from '#events/identifiers'
import type { Attachments } from '../attachments/attachments.ts'
import type { Views } from '../projections/views.ts'
import { maySee } from '../queries/caseAccess.ts'
import { caseRecords } from '../queries/caseRecords.ts'
import { earlierRows, hearingRows } from '../queries/hearingRows.ts'
import type { World } from '../queries/query.ts'
import { fieldProblem, problem } from './problems.ts'

export interface AttachmentDeps {
  readonly attachments: Attachments
  readonly views: Views
  readonly world: () => World
  readonly checkRunning: () => void
}

const problems = { 400: Problem, 401: Problem, 403: Problem, 404: Problem, 413: Problem, 415: Problem } as const

/**
 * POST `/api/attachments` takes one file for an answer; GET `/api/attachments/{hash}?case=` gives it to whoever may read
 * the answer that encloses it.
 */
export async function bindAttachments(app: FastifyInstance, deps: AttachmentDeps): Promise<void> {
  await app.register(async (scope) => {
    await scope.register(multipart, {
      limits: { files: 1, fields: 0, parts: 1, fileSize: mostAttachmentBytes, headerPairs: 20 },
    })
    bindUpload(scope, deps)
  })
  bindDownload(app, deps)
}

function bindUpload(app: FastifyInstance, { attachments, checkRunning }: AttachmentDeps): void {
  app.withTypeProvider<ZodTypeProvider>().post(
    '/api/attachments',
    {
      config: { action: 'consultation.answer' },
      // A little more than the file, for what frames it.
      bodyLimit: mostAttachmentBytes + 16 * 1024,
      schema: {
        tags: ['attachments'],
        summary: 'Keeps a file for an answer (multipart/form-data, one part); its type is told by its content',
        response: { 200: Attachment, ...problems },
      },
    },
    async (request) => {
      checkRunning()
      const { bytes, name } = await receivedFile(request)
      const kept = attachments.keep(bytes)
      if (kept === null)
        throw problem(415, 'attachment.type', { params: { name, accepted: [...AttachmentType.options] } })
      return { ...kept, name }
    },
  )
}

async function receivedFile(request: FastifyRequest): Promise<{ bytes: Uint8Array; name: string }> {
  if (!request.isMultipart()) throw problem(415, problemCodes.mediaType)
  const part = await request.file()
  if (part === undefined) throw fieldProblem('body', 'one file', 'invalid_type')
  const { data: name } = AttachmentName.safeParse(part.filename)
  if (name === undefined) {
    part.file.resume()
    throw fieldProblem('body.filename', 'a file name of at most 120 letters', 'invalid_format')
  }
  const chunks: Buffer[] = []
  for await (const chunk of part.file) chunks.push(chunk)
  if (part.file.truncated)
    throw problem(413, 'attachment.tooLarge', { params: { name, megabytes: mostAttachmentBytes / 1024 / 1024 } })
  const bytes = Buffer.concat(chunks)
  if (bytes.byteLength === 0) throw fieldProblem('body', 'a file that is not empty', 'too_small')
  return { bytes, name }
}

function bindDownload(app: FastifyInstance, { attachments, views, world }: AttachmentDeps): void {
  app.get<{ Params: { hash: AttachmentHash }; Querystring: { case: CaseId } }>(
    '/api/attachments/:hash',
    {
      config: { action: 'case.read' },
      schema: {
        tags: ['attachments'],
        summary: 'A file of an answer, as it was received',
        params: z.object({ hash: AttachmentHash }),
        querystring: z.object({ case: CaseId }),
        response: { ...problems },
      },
    },
    async (request, reply) => {
      const { hash } = request.params
      const enclosed = enclosedIn(views, request.scope, request.query.case, world()).find((file) => file.hash === hash)
      if (enclosed === undefined || attachments.find(hash) === undefined) throw problem(404, problemCodes.notFound)
      reply
        .header('content-type', enclosed.type)
        // Never opened on our own pages' origin, whatever is in it.
        .header('content-disposition', `attachment; filename*=UTF-8''${encodeURIComponent(enclosed.name)}`)
        .header('content-security-policy', "default-src 'none'; sandbox")
        .header('cache-control', 'private, no-store')
      return reply.send(Buffer.from(attachments.read(hash)))
    },
  )
}

/** Files of the answers in a case that the asker may read, of every round. */
function enclosedIn(views: Views, scope: Scope, id: CaseId, { today }: World): Attachment[] {
  const at = { effectiveOn: today, recordedAt: 'now' as const }
  const record = caseRecords(views, at, id)[0]
  if (record === undefined || !maySee(scope, record)) return []
  const rows = [...hearingRows(views, at, scope, record, today), ...earlierRows(views, at, scope, record, today)]
  return rows.flatMap(({ answers }) => answers.flatMap(({ attachments }) => attachments))
}
