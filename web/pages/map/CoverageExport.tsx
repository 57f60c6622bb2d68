import type { Feature } from 'geojson'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type Answer, request } from '../../api.ts'
import { date, number } from '../../format.ts'
import { classRanges } from '../../map/classes.ts'
import { changeScale, scaleOf } from '../../map/coverageScale.ts'
import { token } from '../../map/palette.ts'
import { announce } from '../../parts/announce.ts'
import { Button } from '../../parts/Button.tsx'
import { csvOf, download } from '../../parts/csv.ts'
import { searchOf } from '../../search.ts'
import { areaName, useAreas, useScope } from '../../shell/scope.ts'
import { useLanguage } from '../../text/i18n.ts'
import { useMoment } from '../../time/moment.ts'
import { coveragePicture, type Paper } from './coveragePaper.ts'
import { geojsonOf, linesOf, originOf, recordsOf } from './coverageRecords.ts'
import { useCoverageWords } from './useCoverageWords.ts'

/** The map as a picture, the table as CSV and GeoJSON, and the print: each with sources, data version and moment. */
export function CoverageExport({
  answer,
  before,
}: {
  readonly answer: Answer<'coverage'>
  readonly before: Answer<'coverage'> | undefined
}) {
  const { t } = useTranslation()
  const language = useLanguage()
  const { params } = useMoment()
  const paper = usePaper(answer, before)
  const [failed, setFailed] = useState(false)
  const records = recordsOf(answer, before)
  const origin = originOf(answer, before, paper.sources)
  const name = `daekning-${origin.group || origin.service}-${origin.asOf}`

  const attempt = (make: () => Promise<boolean>) => () => {
    setFailed(false)
    make().then(
      (isMade) => (isMade ? announce(t('coverage.export.made')) : setFailed(true)),
      () => setFailed(true),
    )
  }
  const picture = async () => {
    const blob = await coveragePicture(paper)
    if (blob === undefined) return false
    save(`${name}.png`, blob)
    return true
  }
  const csv = async () => {
    download(`${name}.csv`, csvOf(linesOf(records, origin, (value) => written(value, language))))
    return true
  }
  const geojson = async () => {
    const path = `/ogc/collections/municipalities/items${searchOf({ ...params, limit: 10_000 })}`
    // The service's own collection, whose shape its own schema has checked.
    const shapes = (await request(path)) as { features: Feature[] }
    const text = JSON.stringify(geojsonOf(shapes, records, origin))
    save(`${name}.geojson`, new Blob([text], { type: 'application/geo+json' }))
    return true
  }
  return (
    <section aria-label={t('coverage.export.title')}>
      <div className="coverage-export">
        <Button icon="download" onPress={attempt(picture)}>
          {t('coverage.export.png')}
        </Button>
        <Button icon="download" onPress={attempt(csv)}>
          {t('coverage.export.csv')}
        </Button>
        <Button icon="download" onPress={attempt(geojson)}>
          {t('coverage.export.geojson')}
        </Button>
        <Button icon="file" onPress={() => void printed(paper)}>
          {t('coverage.export.print')}
        </Button>
      </div>
      {failed && (
        <p className="meta warn" role="alert">
          {t('coverage.export.failed')}
        </p>
      )}
    </section>
  )
}

/** Title, legend, moment and sources of a picture of the map. */
function usePaper(answer: Answer<'coverage'>, before: Answer<'coverage'> | undefined): Paper & { sources: string[] } {
  const { t } = useTranslation()
  const language = useLanguage()
  const words = useCoverageWords()
  const areas = useAreas().data
  const { region } = useScope()
  const { proof, at, max, unit, measure, k, total } = answer
  const { limits, ramp } = before === undefined ? scaleOf(answer) : changeScale(measure)
  const say = (value: number | null) =>
    value === null ? '' : before === undefined ? words.label(value, answer) : words.change(value, answer)
  const subject = words.subject(answer)
  const has = (look: string) => answer.rows.some((row) => row.look === look)
  const sources = [
    words.population(proof),
    t('coverage.proof.register'),
    words.engine(proof),
    ...(areas === undefined ? [] : [areas.boundaries.attribution]),
  ]
  return {
    sources,
    title: answer.usesGroup
      ? t('coverage.title', { group: subject })
      : t('coverage.titleService', { service: subject }),
    lines: [
      [t(`coverage.service.${answer.service}`), t(`coverage.measure.${measure}`, { k }), words.limit(max, unit)].join(
        ' · ',
      ),
      [
        region === null ? t('coverage.export.denmark') : areaName(areas, region),
        t('coverage.export.asOf', { date: date(at.effectiveOn, language) }),
        ...(before === undefined
          ? []
          : [
              t('coverage.compare.legend', {
                before: date(before.at.effectiveOn, language),
                after: date(at.effectiveOn, language),
              }),
            ]),
        words.value(total.value, answer),
      ].join(' · '),
    ],
    legend: [
      ...classRanges(limits).map(({ from, to }, index) => ({
        colour: token(ramp[index] ?? '--seq-none'),
        text:
          from === null
            ? t('map.legend.below', { to: say(to) })
            : to === null
              ? t('map.legend.above', { from: say(from) })
              : t('map.legend.classRange', { from: say(from), to: say(to) }),
      })),
      ...(['zero', 'unreachable', 'unknown'] as const).flatMap((look) =>
        has(look) ? [{ colour: token('--seq-none'), text: t(`coverage.look.${look}`) }] : [],
      ),
    ],
    foot: [
      `${t('coverage.export.sources')}: ${sources.join('. ')}.`,
      `${t('coverage.proof.version')}: ${t('coverage.proof.log', { ordinal: number(at.ordinal, language), ground: proof.ground })}.`,
    ],
    mark: at.synthetic ? t('coverage.export.synthetic') : null,
  }
}

function save(name: string, blob: Blob): void {
  const url = URL.createObjectURL(blob)
  const link = document.createElement('a')
  link.href = url
  link.download = name
  link.click()
  URL.revokeObjectURL(url)
}

/** A number as a spreadsheet of the language reads it, with all its digits. */
function written(value: number, language: 'da' | 'en'): string {
  return language === 'da' ? String(value).replace('.', ',') : String(value)
}

/** Prints the picture of the map: a canvas drawn by the graphics card comes out empty on paper. */
async function printed(paper: Paper): Promise<void> {
  const blob = await coveragePicture(paper)
  const url = blob === undefined ? undefined : URL.createObjectURL(blob)
  if (url !== undefined) {
    const image = document.createElement('img')
    image.className = 'print-picture'
    image.alt = ''
    image.src = url
    await image.decode()
    document.querySelector('.map-page')?.prepend(image)
    addEventListener(
      'afterprint',
      () => {
        image.remove()
        URL.revokeObjectURL(url)
      },
      { once: true },
    )
  }
  print()
}
