import type { Feature } from 'geojson'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type Answer, request } from '../../api.ts'
import { mapRested } from '../../map/MapPicture.tsx'
import { announce } from '../../parts/announce.ts'
import { Button } from '../../parts/Button.tsx'
import { csvOf, download, save } from '../../parts/csv.ts'
import { searchOf } from '../../search.ts'
import { useMoment } from '../../time/moment.ts'
import { geojsonOf, recordsOf } from './coverageRecords.ts'
import { paperPng } from './mapPaper.ts'
import { PrintPicture } from './PrintPicture.tsx'
import { useCoverageLines } from './useCoverageLines.ts'
import { useCoveragePaper } from './useCoveragePaper.ts'
import { useOrigin } from './useOrigin.ts'

/** The map as a picture, the table as CSV and GeoJSON, and the print: each with sources, data version and moment. */
export function CoverageExport({
  answer,
  before,
}: {
  readonly answer: Answer<'coverage'>
  readonly before: Answer<'coverage'> | undefined
}) {
  const { t } = useTranslation()
  const { params } = useMoment()
  const paper = useCoveragePaper(answer, before)
  const lines = useCoverageLines(answer, before)
  const { origin } = useOrigin(answer, before)
  const [failed, setFailed] = useState(false)
  const name = `daekning-${origin.group || origin.service}-${origin.asOf}`

  const attempt = (make: () => Promise<boolean>) => () => {
    setFailed(false)
    make().then(
      (isMade) => (isMade ? announce(t('coverage.export.made')) : setFailed(true)),
      () => setFailed(true),
    )
  }
  const picture = async () => {
    const blob = await paperPng(paper)
    if (blob === undefined) return false
    save(`${name}.png`, blob)
    return true
  }
  const csv = async () => {
    download(`${name}.csv`, csvOf(lines()))
    return true
  }
  const geojson = async () => {
    const path = `/ogc/collections/municipalities/items${searchOf({ ...params, limit: 10_000 })}`
    // The service's own collection, whose shape its own schema has checked.
    const shapes = (await request(path)) as { features: Feature[] }
    const text = JSON.stringify(geojsonOf(shapes, recordsOf(answer, before), origin))
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
        <Button icon="file" onPress={() => void mapRested().then(print)}>
          {t('coverage.export.print')}
        </Button>
      </div>
      <PrintPicture paper={paper} />
      {failed && (
        <p className="meta warn" role="alert">
          {t('coverage.export.failed')}
        </p>
      )}
    </section>
  )
}
