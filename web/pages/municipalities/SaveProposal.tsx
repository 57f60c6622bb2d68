import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { sizingBasisWords } from '#events/glossary'
import type { RegionCode } from '#events/identifiers'
import { type Section2Figures, SizingBasis } from '#events/palliative'
import { date } from '../../format.ts'
import { useNotice } from '../../parts/Notice.tsx'
import { Refused } from '../../parts/Refused.tsx'
import { Segmented } from '../../parts/Segmented.tsx'
import { useCommand } from '../../parts/useCommand.ts'
import { WriteButton } from '../../parts/WriteButton.tsx'
import { useSession } from '../../session.ts'
import { useLanguage } from '../../text/i18n.ts'
import { useMayPropose } from './useMayPublish.ts'

/** Saves what was calculated as a proposal, sized by one of the two. */
export function SaveProposal({
  region,
  donorRegion,
  figures,
  onSaved,
}: {
  readonly region: RegionCode
  readonly donorRegion: RegionCode
  readonly figures: Section2Figures
  /** The figures are in the log now: nothing has to be kept of them here. */
  readonly onSaved: () => void
}) {
  const { t } = useTranslation()
  const language = useLanguage()
  const notice = useNotice()
  const why = useMayPropose(region)
  const today = useSession()?.today
  const propose = useCommand('ProposeSection2Agreement')
  const [basis, setBasis] = useState<SizingBasis>('population')
  return (
    <div className="save-proposal">
      <span className="muted">{t('municipal.calculator.saveBasis')}</span>
      <Segmented
        label={t('municipal.calculator.saveBasis')}
        value={basis}
        options={SizingBasis.options.map((value) => ({ value, label: sizingBasisWords[value][language] }))}
        onChange={setBasis}
      />
      <WriteButton
        why={why}
        showWhy
        kind="primary"
        busy={propose.busy}
        onPress={() => {
          if (today === undefined) return
          propose.send(
            { region, effectiveFrom: today, donorRegion, figures, basis, activityFee: null, source: null },
            {
              onDone: () => {
                notice({ text: t('municipal.calculator.saved', { date: date(today, language) }) })
                onSaved()
              },
            },
          )
        }}
      >
        {t('municipal.calculator.save')}
      </WriteButton>
      <Refused error={propose.error} />
    </div>
  )
}
