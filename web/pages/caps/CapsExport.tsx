import { useTranslation } from 'react-i18next'
import { instant, number } from '../../format.ts'
import { announce } from '../../parts/announce.ts'
import { Button } from '../../parts/Button.tsx'
import { csvOf, download } from '../../parts/csv.ts'
import { useLanguage } from '../../text/i18n.ts'
import { adoptedIn, type Caps } from './capsAnswer.ts'
import { capsLines, capsNumbers } from './capsRows.ts'
import { useGroupName } from './useGroupName.ts'
import { useToldWords } from './useToldWords.ts'

/** Hands the board to a spreadsheet, all three ways of counting; every row tells its sources and the two times. */
export function CapsExport({ data }: { readonly data: Caps }) {
  const { t } = useTranslation()
  const language = useLanguage()
  const nameOf = useGroupName()
  const told = useToldWords()
  const { effectiveOn, recordedAt, synthetic } = data.at
  const head = (
    [
      'area',
      'kind',
      'group',
      'basis',
      'inhabitants',
      'physiotherapists',
      'documented',
      'grace',
      'people',
      'all',
      'share',
      'cap',
      'low',
      'high',
      'excess',
      'adoptedCap',
      'plan',
      'source',
      'version',
      'ruleSet',
      'status',
      'data',
      'effectiveOn',
      'recordedAt',
    ] as const
  ).map((key) => t(`caps.csv.${key}`))
  const save = () => {
    const rows = capsLines(data).map((line) => {
      const { area, group, cell, cap, sources, versions } = line
      const adopted = adoptedIn(cell)
      return [
        area.name,
        t(`caps.kind.${area.kind}`),
        nameOf(group.id),
        t(`caps.basisLong.${cap.basis}`),
        ...capsNumbers(line, told, (value, decimals) => number(value, language, decimals), t('caps.told.unknown')),
        adopted === undefined ? t('caps.csv.none') : number(adopted.cap, language),
        adopted?.planRef ?? t('caps.csv.none'),
        sources.join(', ') || t('caps.proof.noSource'),
        versions.join(', ') || t('caps.told.unknown'),
        area.parameters === null
          ? t('caps.told.unknown')
          : `${area.parameters.ruleSet} ${area.parameters.ruleSetVersion}`,
        t(adopted === undefined ? 'caps.csv.statusText' : 'caps.csv.statusAdopted'),
        t(synthetic ? 'caps.csv.synthetic' : 'caps.csv.register'),
        effectiveOn,
        recordedAt === 'now' ? t('caps.csv.now') : instant(recordedAt, language),
      ]
    })
    download(`lofter-${data.kind}-${effectiveOn}.csv`, csvOf([head, ...rows]))
    announce(t('caps.exported'))
  }
  return (
    <Button icon="download" onPress={save}>
      {t('caps.export')}
    </Button>
  )
}
