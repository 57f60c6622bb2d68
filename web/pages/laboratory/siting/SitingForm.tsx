import '../../map/coverage.css'
import { useTranslation } from 'react-i18next'
import { useAreaNames } from '../../../parts/areaNames.ts'
import { Field } from '../../../parts/Field.tsx'
import { RadioCards } from '../../../parts/RadioCards.tsx'
import { Segmented } from '../../../parts/Segmented.tsx'
import { Switch } from '../../../parts/Switch.tsx'
import { TextField } from '../../../parts/TextField.tsx'
import { GroupPicker } from '../../map/GroupPicker.tsx'
import { wrongPoint } from '../typedPoints.ts'
import { candidateKinds, hasRoom, questions, type SitingDraft, sitingLack } from './sitingAsked.ts'

/** What is asked: group, question, number, limit and where the new ones can be. */
export function SitingForm({
  draft,
  region,
  most,
  onChange,
}: {
  readonly draft: SitingDraft
  /** Most new sites that can be asked for. */
  readonly most: number
  readonly region: string | null
  readonly onChange: (part: Partial<SitingDraft>) => void
}) {
  const { t } = useTranslation()
  const names = useAreaNames()
  const lack = sitingLack(draft, most)
  const wrong = wrongPoint(draft.points)
  return (
    <>
      <GroupPicker group={draft.group} onChange={(group) => onChange({ group })} />
      <RadioCards
        label={t('siting.question')}
        value={draft.question}
        options={questions.map((value) => ({
          value,
          label: t(`siting.questions.${value}`),
          help: t(`siting.questionHelp.${value}`),
        }))}
        onChange={(question) => onChange({ question })}
      />
      <div className="field-row">
        {draft.question !== 'full' && (
          <Field label={t('siting.sites')} error={lack === 'sites' ? t('siting.lacks.sites', { most }) : undefined}>
            {(props) => (
              <input
                {...props}
                inputMode="numeric"
                value={draft.sites}
                onChange={(event) => onChange({ sites: event.target.value })}
              />
            )}
          </Field>
        )}
        <Field label={t('siting.max')} error={lack === 'max' ? t('siting.lacks.max') : undefined}>
          {(props) => (
            <input
              {...props}
              inputMode="numeric"
              value={draft.max}
              onChange={(event) => onChange({ max: event.target.value })}
            />
          )}
        </Field>
        {hasRoom(draft.question) && (
          <Field
            label={t('siting.capacity')}
            hint={t('siting.capacityHint')}
            error={lack === 'capacity' ? t('siting.lacks.capacity') : undefined}
          >
            {(props) => (
              <input
                {...props}
                inputMode="numeric"
                value={draft.capacity}
                onChange={(event) => onChange({ capacity: event.target.value })}
              />
            )}
          </Field>
        )}
      </div>
      <div className="siting-candidates">
        <span aria-hidden="true">{t('siting.candidates')}</span>
        <Segmented
          label={t('siting.candidates')}
          size="small"
          value={draft.candidates}
          options={candidateKinds.map((value) => ({ value, label: t(`siting.candidateKinds.${value}`) }))}
          onChange={(candidates) => onChange({ candidates })}
        />
      </div>
      {draft.candidates === 'points' && (
        <TextField
          label={t('siting.points')}
          hint={t('siting.pointsHint')}
          error={
            lack === 'points' || lack === 'manyPoints'
              ? t(`siting.lacks.${lack}`)
              : wrong !== null
                ? t('siting.lacks.wrongPoint', wrong)
                : undefined
          }
          rows={4}
          value={draft.points}
          onChange={(value) => onChange({ points: value })}
        />
      )}
      <Switch label={t('siting.leaveOut')} on={draft.leaveOut} onChange={(leaveOut) => onChange({ leaveOut })} />
      <p className="panel-note">
        {t('siting.area', { area: region === null ? t('siting.wholeCountry') : names.region(region) })}
      </p>
    </>
  )
}
