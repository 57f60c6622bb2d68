import { useTranslation } from 'react-i18next'
import { capacity, kroner } from '../../format.ts'
import { useAreaNames } from '../../parts/areaNames.ts'
import { useLanguage } from '../../text/i18n.ts'
import { type FollowUp, isUnmet } from './answer.ts'
import { FollowTable } from './FollowTable.tsx'

/** Small capacities in hours and their turnover: history since 2024. */
export function SmallTab({ data }: { readonly data: FollowUp }) {
  const { t } = useTranslation()
  const language = useLanguage()
  const names = useAreaNames()
  const rows = data.small.toSorted((a, b) => Number(isUnmet(b.finding)) - Number(isUnmet(a.finding)))
  return (
    <FollowTable
      data={data}
      tab="small"
      title={t('followUp.tab.small')}
      rows={rows}
      keyOf={({ provider }) => provider}
      findingOf={({ finding }) => finding}
      none={t('followUp.small.none')}
      footer={t('followUp.small.history')}
      columns={[
        { title: t('followUp.provider'), text: ({ provider }) => provider },
        { title: t('followUp.municipality'), text: ({ municipality }) => names.municipality(municipality ?? '') },
        {
          title: t('followUp.small.hours'),
          isNumber: true,
          text: ({ hoursTenths }) => capacity(hoursTenths, 'hoursTenths', language),
        },
        { title: t('followUp.small.turnover'), isNumber: true, text: ({ oere }) => kroner(oere, language) },
      ]}
    />
  )
}
