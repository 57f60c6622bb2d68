import { useTranslation } from 'react-i18next'
import type { ConsultationPosition } from '#events/consultation'
import { instant } from '../../format.ts'
import { Button } from '../../parts/Button.tsx'
import { useLanguage } from '../../text/i18n.ts'
import { useWords } from '../../text/words.ts'

/** At the foot of a narrow screen: what has been written, and the way down to the form. */
export function ReplyDock({
  position,
  savedAt,
}: {
  readonly position: ConsultationPosition | null
  readonly savedAt: string | null
}) {
  const { t } = useTranslation()
  const language = useLanguage()
  const words = useWords()
  return (
    <div className="reply-dock">
      {savedAt !== null && (
        <p className="reply-dock-draft">
          <span>{position !== null && t('consultations.reply.draftOf', { position: words.position(position) })}</span>
          <span>{t('consultations.reply.savedShort', { at: instant(savedAt, language) })}</span>
        </p>
      )}
      <Button
        kind="primary"
        onPress={() => {
          document.getElementById('reply-title')?.scrollIntoView()
          document.getElementById('reply-position')?.focus({ preventScroll: true })
        }}
      >
        {t(savedAt === null ? 'consultations.reply.start' : 'consultations.reply.continue')}
      </Button>
    </div>
  )
}
