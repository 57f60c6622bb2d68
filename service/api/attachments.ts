/** Bytes of one file of an answer, at most: 10 MB. */
export const mostAttachmentBytes = 10 * 1024 * 1024
