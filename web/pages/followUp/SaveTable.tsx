import { useTranslation } from 'react-i18next'
import { instant } from '../../format.ts'
import { announce } from '../../parts/announce.ts'
import { Button } from '../../parts/Button.tsx'
import { csvOf, download } from '../../parts/csv.ts'
import { useLanguage } from '../../text/i18n.ts'
import type { FollowUp, TableId } from './answer.ts'

/** Hands a table as it is shown to a spreadsheet; every row tells the two times, so that a copied row still does. */
export function SaveTable({
  data,
  tab,
  head,
  rows,
}: {
  readonly data: FollowUp
  readonly tab: TableId
  readonly head: readonly string[]
  readonly rows: readonly (readonly string[])[]
}) {
  const { t } = useTranslation()
  const language = useLanguage()
  const { effectiveOn, recordedAt } = data.at
  const save = () => {
    const times = [effectiveOn, recordedAt === 'now' ? t('followUp.now') : instant(recordedAt, language)]
    const titles = [...head, t('followUp.effectiveOn'), t('followUp.recordedAt')]
    download(
      `opfoelgning-${tab}-${data.region}-${data.period ?? effectiveOn}.csv`,
      csvOf([titles, ...rows.map((row) => [...row, ...times])]),
    )
    announce(t('followUp.saved'))
  }
  return (
    <Button icon="download" onPress={save}>
      {t('followUp.save')}
    </Button>
  )
}
