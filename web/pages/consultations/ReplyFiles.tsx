import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { mostAttachmentBytes } from '#api/attachments'
import type { Attachment } from '#events/attachment'
import { mostAttachments } from '#events/consultation'
import { Button, IconButton } from '../../parts/Button.tsx'
import { Icon } from '../../parts/Icon.tsx'
import { Refused } from '../../parts/Refused.tsx'
import { useFileSize } from '../../parts/useFileSize.ts'
import { acceptedFiles, upload } from './upload.ts'

/** Files of a reply: received by the service when they are chosen, enclosed when the reply is sent. */
export function ReplyFiles({
  files,
  disabled,
  receiving,
  onReceiving,
  onAdd,
  onRemove,
}: {
  readonly files: readonly Attachment[]
  readonly disabled: boolean
  /** Name of the file that is on its way. Whoever sends the reply waits for it. */
  readonly receiving: string | null
  readonly onReceiving: (name: string | null) => void
  readonly onAdd: (file: Attachment) => void
  readonly onRemove: (file: Attachment) => void
}) {
  const { t } = useTranslation()
  const size = useFileSize()
  const chooser = useRef<HTMLInputElement>(null)
  const [errors, setErrors] = useState<readonly unknown[]>([])
  const [leftOut, setLeftOut] = useState(0)
  const isFull = files.length >= mostAttachments
  const take = async (chosen: readonly File[]) => {
    const room = mostAttachments - files.length
    setErrors([])
    setLeftOut(Math.max(0, chosen.length - room))
    for (const file of chosen.slice(0, room)) {
      onReceiving(file.name)
      try {
        onAdd(await upload(file))
      } catch (cause) {
        // One that is refused does not take the others with it.
        setErrors((was) => [...was, cause])
      }
    }
    onReceiving(null)
  }
  return (
    <fieldset className="reply-files">
      <legend>{t('hearings.reply.files')}</legend>
      {files.length > 0 && (
        <ul>
          {files.map((file) => (
            <li key={`${file.hash} ${file.name}`} className="reply-file">
              <Icon name="file" size={16} />
              <span className="reply-file-name">{file.name}</span>
              <span className="muted">{size(file.size)}</span>
              <IconButton
                icon="close"
                label={t('hearings.reply.removeFile', { name: file.name })}
                onPress={() => onRemove(file)}
              />
            </li>
          ))}
        </ul>
      )}
      <input
        ref={chooser}
        type="file"
        hidden
        multiple
        accept={acceptedFiles}
        onChange={({ currentTarget }) => {
          const chosen = [...(currentTarget.files ?? [])]
          // Emptied, so that the same file can be chosen again.
          currentTarget.value = ''
          void take(chosen)
        }}
      />
      <Button
        icon="plus"
        busy={receiving !== null}
        notReady={disabled || isFull}
        onPress={() => {
          if (!disabled && !isFull) chooser.current?.click()
        }}
      >
        {receiving === null ? t('hearings.reply.addFile') : t('hearings.reply.uploading', { name: receiving })}
      </Button>
      <p className="muted">
        {isFull
          ? t('hearings.reply.tooMany', { most: mostAttachments })
          : t('hearings.reply.fileHint', { megabytes: mostAttachmentBytes / 1024 / 1024, most: mostAttachments })}
      </p>
      {leftOut > 0 && (
        <p className="late-note" role="alert">
          {t('hearings.reply.leftOut', { count: leftOut, most: mostAttachments })}
        </p>
      )}
      {errors.map((error, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: refusals have no name of their own and never move.
        <Refused key={index} error={error} />
      ))}
    </fieldset>
  )
}
