import { mostAttachmentBytes } from '#api/attachments'
import { Attachment } from '#events/attachment'
import { RequestError, read, request } from '../../api.ts'

/** What a file chooser offers first; the service looks at what is in the file. */
export const acceptedFiles = '.pdf,.png,.jpg,.jpeg,.docx,.odt'

/** Sends one file and answers what the service made of it. Throws a `RequestError`; a file over the limit is not sent. */
export async function upload(file: File): Promise<Attachment> {
  if (file.size > mostAttachmentBytes)
    throw new RequestError({
      type: 'about:blank',
      status: 413,
      code: 'attachment.tooLarge',
      params: { name: file.name, megabytes: mostAttachmentBytes / 1024 / 1024 },
    })
  const body = new FormData()
  body.append('file', file)
  return read(Attachment, await request('/api/attachments', { method: 'POST', body }))
}
