import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { viewQuery } from '../../../api.ts'
import type { Ring } from '../../../map/draw/DrawPolygon.tsx'
import { announce } from '../../../parts/announce.ts'
import { useAreaNames } from '../../../parts/areaNames.ts'
import { Button } from '../../../parts/Button.tsx'
import { DateInput } from '../../../parts/DateInput.tsx'
import { Field } from '../../../parts/Field.tsx'
import { Refused } from '../../../parts/Refused.tsx'
import { Segmented } from '../../../parts/Segmented.tsx'
import { TextField } from '../../../parts/TextField.tsx'
import { WriteButton } from '../../../parts/WriteButton.tsx'
import { parseDate } from '../../../time/parseDate.ts'
import { chanceId } from '../chanceId.ts'
import type { Scenario } from '../scenarioAnswer.ts'
import { newChange, type ScenarioEditing } from '../scenarioEditing.ts'
import { pointLine, typedPoints, wrongPoint } from '../typedPoints.ts'
import { AreaSums } from './AreaSums.tsx'
import { drawn } from './placeChanges.ts'

/** How an area is told: by its municipalities, or by a line. */
export interface AreaDraft {
  readonly by: 'municipalities' | 'line'
  readonly picked: readonly string[]
  /** Corners of a closed line; empty while there is none. */
  readonly ring: Ring
}

/** A planning area that is being made: picked or drawn, with its sums and pieces as it stands. */
export function AreaSide({
  scenario,
  region,
  editing,
  why,
  draft,
  onChange,
  onRedraw,
  onDone,
}: {
  readonly scenario: Scenario
  readonly region: readonly string[] | null
  readonly editing: ScenarioEditing
  readonly why: string | undefined
  readonly draft: AreaDraft
  readonly onChange: (part: Partial<AreaDraft>) => void
  /** The line is taken away and drawn anew. */
  readonly onRedraw: () => void
  readonly onDone: () => void
}) {
  const { t } = useTranslation()
  const names = useAreaNames()
  const [name, setName] = useState('')
  const [from, setFrom] = useState<string>(scenario.asOf)
  const [typed, setTyped] = useState<string | null>(null)
  const { by, picked, ring } = draft
  const isReady = by === 'line' ? ring.length > 0 : picked.length > 0
  const { data, error, isFetching } = useQuery({
    ...viewQuery('planningAreaSketch', {
      ...{ scenario: scenario.scenario, asOf: scenario.asOf },
      ...(by === 'line'
        ? { polygon: ring.map((corner) => corner.join(' ')).join(',') }
        : { municipalities: picked.join(',') }),
    }),
    enabled: isReady,
    placeholderData: (was) => was,
  })
  const sketch = isReady ? data : undefined
  const wrong = wrongPoint(typed ?? '')
  const lack =
    name.trim() === ''
      ? t('places.needName')
      : parseDate(from) !== from
        ? t('places.area.needDate')
        : sketch === undefined || isFetching || sketch.unfinished !== null || sketch.municipalities.length === 0
          ? t('places.area.needShape')
          : undefined
  return (
    <div className="places-side">
      <h3>{t('places.area.title')}</h3>
      <Segmented
        label={t('places.area.by')}
        value={by}
        options={(['municipalities', 'line'] as const).map((value) => ({
          value,
          label: t(`places.area.${value}`),
        }))}
        onChange={(value) => onChange({ by: value })}
      />
      <p className="field-hint">{t(`places.area.${by}Hint`)}</p>
      {by === 'municipalities' ? (
        <fieldset className="area-pick">
          <legend className="visually-hidden">{t('places.area.municipalities')}</legend>
          {names.municipalities
            .filter(({ code }) => region === null || region.includes(code) || picked.includes(code))
            .map(({ code, name: called }) => (
              <label key={code}>
                <input
                  type="checkbox"
                  checked={picked.includes(code)}
                  onChange={() => onChange({ picked: toggled(picked, code) })}
                />
                {called}
              </label>
            ))}
        </fieldset>
      ) : (
        <>
          <TextField
            label={t('places.area.corners')}
            error={wrong === null ? undefined : t('siting.lacks.wrongPoint', wrong)}
            rows={4}
            value={typed ?? ring.map(pointLine).join('\n')}
            onChange={setTyped}
          />
          <div className="panel-actions">
            <Button
              notReady={typed === null || wrong !== null}
              onPress={() => {
                onRedraw()
                onChange({ ring: typedPoints(typed ?? '').flatMap((point) => (point === null ? [] : [point])) })
                setTyped(null)
              }}
            >
              {t('places.area.useCorners')}
            </Button>
            <Button kind="text" onPress={onRedraw}>
              {t('places.area.redraw')}
            </Button>
          </div>
        </>
      )}
      <Refused error={error} />
      {sketch !== undefined && <AreaSums sketch={sketch} />}
      <Field label={t('places.area.name')}>
        {(props) => (
          <input {...props} type="text" maxLength={80} value={name} onChange={(event) => setName(event.target.value)} />
        )}
      </Field>
      <Field label={t('places.area.from')}>{(props) => <DateInput {...props} value={from} onChange={setFrom} />}</Field>
      <div className="panel-actions">
        <WriteButton
          kind="primary"
          why={why ?? lack}
          onPress={() => {
            if (sketch === undefined) return
            const making = { on: from, newId: newChange, comment: null }
            editing.edit([
              drawn(making, chanceId('omr'), name.trim(), sketch.municipalities, by === 'line' ? ring : null),
            ])
            announce(t('places.area.saved', { name: name.trim() }))
            onDone()
          }}
        >
          {t('places.area.save')}
        </WriteButton>
        <Button kind="text" onPress={onDone}>
          {t('places.leave')}
        </Button>
      </div>
    </div>
  )
}

/** The list with the code in it, or without it when it was. */
export function toggled(codes: readonly string[], code: string): readonly string[] {
  return codes.includes(code) ? codes.filter((one) => one !== code) : [...codes, code]
}
