import { useTranslation } from 'react-i18next'
import { number } from '../../format.ts'
import { useLanguage } from '../../text/i18n.ts'
import { outsideLimit } from './coverageShare.ts'

type Reached = Parameters<typeof outsideLimit>[0]

/** How many inhabitants are not covered, in a sentence beside the covered share. */
export function OutsideLimit({ reached, withOffers }: { readonly reached: Reached; readonly withOffers: boolean }) {
  const { t } = useTranslation()
  const language = useLanguage()
  const { people, size } = outsideLimit(reached, withOffers)
  return <span className="outside-limit">{t(`coverage.outside.${size}`, { people: number(people, language) })}</span>
}
