import { useTranslation } from 'react-i18next'
import { instant } from '../../format.ts'
import { announce } from '../../parts/announce.ts'
import { Button } from '../../parts/Button.tsx'
import { csvOf, download } from '../../parts/csv.ts'
import { useLanguage } from '../../text/i18n.ts'
import { useWords } from '../../text/words.ts'
import { useAreaWords } from '../riding/useAreaWords.ts'
import { useParameterValue } from '../rules/useParameterValue.ts'
import { figureLines } from './figureLines.ts'
import type { Reform } from './reformAnswer.ts'
import { useFigureWords } from './useFigureWords.ts'
import { useRegionName } from './useRegionName.ts'

/** Hands the whole comparison to a spreadsheet, one value a row; every row tells both times. */
export function ReformExport({ reform }: { readonly reform: Reform }) {
  const { t } = useTranslation()
  const language = useLanguage()
  const rowsOf = useReformRows(reform)
  const { recordedAt, synthetic } = reform.at
  const save = () => {
    const head = (['part', 'item', 'place', 'on', 'value', 'source', 'recordedAt', 'data'] as const).map((key) =>
      t(`reform.csv.${key}`),
    )
    const known = recordedAt === 'now' ? t('reform.csv.now') : instant(recordedAt, language)
    const origin = t(synthetic ? 'reform.csv.synthetic' : 'reform.csv.register')
    download(`reform-${reform.from}-${reform.to}.csv`, csvOf([head, ...rowsOf().map((row) => [...row, known, origin])]))
    announce(t('reform.exported'))
  }
  return (
    <Button icon="download" onPress={save}>
      {t('reform.export')}
    </Button>
  )
}

type Row = readonly [part: string, item: string, place: string, on: string, value: string, source: string]

/** Makes the rows of the file: figures, parameters, agreements, cases, municipalities. */
function useReformRows(reform: Reform): () => readonly Row[] {
  const { t } = useTranslation()
  const words = useWords()
  const figures = useFigureWords()
  const areaWords = useAreaWords()
  const parameter = useParameterValue()
  const nameOf = useRegionName(reform)
  return () => {
    const { from, to, handovers, unchanged } = reform
    const authorities = [
      ...handovers.flatMap(({ before, after }) => [
        ...before.map((one) => ({ one, on: from })),
        ...after.map((one) => ({ one, on: to })),
      ]),
      ...unchanged.flatMap(({ before, after }) => [
        { one: before, on: from },
        { one: after, on: to },
      ]),
    ]
    const lines = figureLines(authorities.map(({ one }) => one.figures))
    const both = (part: string, item: string, place: string, before: string | null, after: string | null): Row[] => [
      [part, item, place, from, nameOf(before), ''],
      [part, item, place, to, nameOf(after), ''],
    ]
    return [
      ...authorities.flatMap(({ one, on }) =>
        lines.map(
          (line): Row => [
            t('reform.figures.title'),
            figures.name(line),
            one.name,
            on,
            figures.value(one.figures, line),
            line.key === 'inhabitants' ? 'FOLK1A' : '',
          ],
        ),
      ),
      ...handovers.flatMap(({ parameters }) =>
        parameters.flatMap(({ key, before, after }) =>
          [...before.map((held) => ({ held, on: from })), ...after.map((held) => ({ held, on: to }))].map(
            ({ held: { region, value, source }, on }): Row => [
              t('reform.plans.title'),
              words.parameter(key),
              nameOf(region),
              on,
              value === null ? t('reform.figures.noPlan') : parameter(key, value),
              source === null ? '' : `${words.source(source.kind)} ${words.sourceTitle(source)}`,
            ],
          ),
        ),
      ),
      ...handovers.flatMap(({ ridingAgreements, cases }) => [
        ...ridingAgreements.flatMap((one) =>
          both(t('reform.agreements.title'), one.schoolName, areaWords(one.area), one.before, one.after),
        ),
        ...cases.flatMap((one) =>
          both(t('reform.cases.title'), one.number, words.type(one.type), one.before, one.after),
        ),
      ]),
      ...reform.municipalities.flatMap(({ code, name, before, after, council }) => [
        ...both(t('reform.areas.title'), t('reform.map.region'), `${code} ${name}`, before, after),
        [
          t('reform.areas.title'),
          t('reform.areas.council'),
          `${code} ${name}`,
          to,
          council ?? t('reform.areas.unknown'),
          '',
        ] satisfies Row,
      ]),
    ]
  }
}
