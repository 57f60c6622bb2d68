import { z } from 'zod'

/** Types of file that are taken, each known by its content and not by its name. */
export const AttachmentType = z.enum([
  'application/pdf',
  'image/png',
  'image/jpeg',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  'application/vnd.oasis.opendocument.text',
])
export type AttachmentType = z.infer<typeof AttachmentType>

/** SHA-256 of a file's bytes in lower-case hexadecimal: its name beside the log. */
export const AttachmentHash = z
  .string()
  .regex(/^[0-9a-f]{64}$/, { error: 'expected a SHA-256 in lower-case hexadecimal' })
  .brand<'AttachmentHash'>()
export type AttachmentHash = z.infer<typeof AttachmentHash>

/** What the file was called where it came from. */
export const AttachmentName = z
  .string()
  .trim()
  .min(1)
  .max(120)
  .regex(/^[^/\\\p{Cc}]+$/u, { error: 'expected a file name without folders or control characters' })

/** A file that an event speaks of. Its bytes lie beside the log, under their hash. */
export const Attachment = z.object({
  hash: AttachmentHash,
  name: AttachmentName,
  type: AttachmentType,
  /** Bytes. */
  size: z.int().positive(),
})
export type Attachment = z.infer<typeof Attachment>
