import { useTranslation } from 'react-i18next'
import { date, kroner } from '../../format.ts'
import { useLanguage } from '../../text/i18n.ts'
import { type FollowUp, measureOf } from './answer.ts'
import { FollowTable } from './FollowTable.tsx'

/** Payment ceilings that held in the period (R-22), each with its basis. */
export function CeilingsTab({ data }: { readonly data: FollowUp }) {
  const { t } = useTranslation()
  const language = useLanguage()
  return (
    <FollowTable
      data={data}
      tab="ceilings"
      title={t('followUp.tab.ceilings')}
      rows={data.ceilings}
      keyOf={({ provider, from }) => `${provider} ${from}`}
      findingOf={({ finding }) => finding}
      none={t('followUp.ceilings.none')}
      columns={[
        { title: t('followUp.provider'), text: ({ provider }) => provider },
        {
          title: t('followUp.ceilings.ceiling'),
          isNumber: true,
          text: ({ ceilingOere, basis }) => `${kroner(ceilingOere, language)} ${t(`followUp.ceilings.basis.${basis}`)}`,
        },
        {
          title: t('followUp.paid'),
          isNumber: true,
          text: ({ finding }) => kroner(measureOf(finding, 'paid'), language),
        },
        { title: t('followUp.ceilings.from'), text: ({ from }) => date(from, language) },
        {
          title: t('followUp.ceilings.until'),
          text: ({ until }) => (until === null ? t('followUp.ceilings.open') : date(until, language)),
        },
      ]}
    />
  )
}
