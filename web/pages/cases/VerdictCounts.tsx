import { useTranslation } from 'react-i18next'
import type { z } from 'zod'
import type { FindingCounts } from '#api/views/case'

/** `1 brud, 2 mangler, 4 overholdt`; what there is none of is left out. */
export function VerdictCounts({ counts }: { readonly counts: z.infer<typeof FindingCounts> }) {
  const { t } = useTranslation()
  const parts = [
    counts.breach > 0 && t('cases.verdictCounts.breach', { count: counts.breach }),
    counts.needsInformation > 0 && t('cases.verdictCounts.missing', { count: counts.needsInformation }),
    counts.needsConsultation > 0 && t('cases.verdictCounts.consult', { count: counts.needsConsultation }),
    counts.pass > 0 && t('cases.verdictCounts.pass', { count: counts.pass }),
  ].filter((part) => part !== false)
  return <span className="counts">{parts.join(', ')}</span>
}
