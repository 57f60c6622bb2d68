import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { date } from '../../format.ts'
import { Button } from '../../parts/Button.tsx'
import { Refused } from '../../parts/Refused.tsx'
import { useCommand } from '../../parts/useCommand.ts'
import { useWriting } from '../../parts/useWriting.ts'
import { WriteButton } from '../../parts/WriteButton.tsx'
import { useLanguage } from '../../text/i18n.ts'
import { DeclineSheet } from './DeclineSheet.tsx'
import { type HearingSheetProps, keyOf } from './hearingSheet.ts'

/** A later deadline that a municipality asks for: given with one press, or declined with a reason. Nothing where none is open. */
export function HearingAsked({ hearing, name }: Pick<HearingSheetProps, 'hearing' | 'name'>) {
  const { t } = useTranslation()
  const language = useLanguage()
  const why = useWriting()('consultation.send')
  const extend = useCommand('ExtendConsultation')
  const [declining, setDeclining] = useState(false)
  const { request } = hearing
  if (request === null || request.declined !== null) return null
  const { to, reason } = request
  return (
    <div className="hearing-asked">
      <p>{t('hearings.time.asked', { municipality: name, to: date(to, language), reason })}</p>
      <div className="hearing-actions">
        <WriteButton why={why} busy={extend.busy} onPress={() => extend.send({ ...keyOf(hearing), to, reason })}>
          {t('hearings.time.give')}
        </WriteButton>
        {why === undefined && (
          <Button kind="text" onPress={() => setDeclining(true)}>
            {t('hearings.time.decline')}
          </Button>
        )}
      </div>
      <Refused error={extend.error} />
      <DeclineSheet hearing={hearing} name={name} open={declining} onClose={() => setDeclining(false)} />
    </div>
  )
}
