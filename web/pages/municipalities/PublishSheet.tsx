import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { includedWords, offerServiceWords, offerSettingWords, openingWords } from '#events/glossary'
import type { MunicipalityCode } from '#events/identifiers'
import { Included, OfferService, OfferSetting, OpeningClass } from '#events/municipalOffer'
import { EffectiveDate } from '#events/time'
import { DateInput } from '../../parts/DateInput.tsx'
import { Field } from '../../parts/Field.tsx'
import { FormSheet } from '../../parts/FormSheet.tsx'
import { Select } from '../../parts/Select.tsx'
import { useCommand } from '../../parts/useCommand.ts'
import { useSession } from '../../session.ts'
import { useLanguage } from '../../text/i18n.ts'
import type { Offer } from './OfferPanel.tsx'
import { draftOf, type OfferDraft, publishing } from './offerDraft.ts'

/** Publishes an offer, or a new version of it. */
export function PublishSheet({
  municipality,
  name,
  offer,
  onClose,
}: {
  readonly municipality: MunicipalityCode
  readonly name: string
  readonly offer: Offer | undefined
  readonly onClose: () => void
}) {
  const { t } = useTranslation()
  const language = useLanguage()
  const publish = useCommand('PublishMunicipalOffer')
  const today = useSession()?.today ?? ''
  const [draft, setDraft] = useState(() => draftOf(offer, today))
  const change = (part: Partial<OfferDraft>) => setDraft((was) => ({ ...was, ...part }))
  const body = EffectiveDate.safeParse(draft.from).success ? publishing(draft, municipality, offer) : null
  const text = (
    key: 'document' | 'offerVersion' | 'placeName' | 'address' | 'postcode' | 'town' | 'longitude' | 'latitude',
    label: string,
    className = '',
    hint?: string,
  ) => (
    <Field label={label} className={className} hint={hint}>
      {(props) => <input {...props} value={draft[key]} onChange={(event) => change({ [key]: event.target.value })} />}
    </Field>
  )
  return (
    <FormSheet
      title={t('municipal.offer.publishTitle', { name })}
      lead={t('municipal.offer.publishLead')}
      open
      onClose={onClose}
      submit={t('municipal.offer.publish')}
      busy={publish.busy}
      error={publish.error}
      notReady={body === null ? t('cases.write.required') : undefined}
      onSubmit={() => {
        if (body !== null) publish.send(body, { onDone: onClose })
      }}
    >
      {text('document', t('municipal.offer.document'))}
      <div className="field-row">
        {text('offerVersion', t('municipal.offer.version'))}
        <Field label={t('municipal.from')}>
          {(props) => <DateInput {...props} value={draft.from} onChange={(from) => change({ from })} />}
        </Field>
      </div>
      <Services draft={draft} onChange={(services) => change({ services })} />
      <fieldset>
        <legend>{t('municipal.offer.settings')}</legend>
        <div className="check-row">
          {OfferSetting.options.map((setting) => (
            <label key={setting} className="check">
              <input
                type="checkbox"
                checked={draft.settings.includes(setting)}
                onChange={({ target }) =>
                  change({
                    settings: target.checked
                      ? [...draft.settings, setting]
                      : draft.settings.filter((one) => one !== setting),
                  })
                }
              />
              {offerSettingWords[setting][language]}
            </label>
          ))}
        </div>
      </fieldset>
      <Select
        label={t('municipal.offer.hours')}
        showLabel
        value={draft.hours}
        options={OpeningClass.options.map((value) => ({ value, label: openingWords[value][language] }))}
        onChange={(hours) => change({ hours })}
      />
      <div className="field-row">
        {text('placeName', t('municipal.offer.placeName'))}
        {text('address', t('municipal.offer.address'), 'field-wide')}
      </div>
      <div className="field-row">
        {text('postcode', t('municipal.offer.postcode'), 'field-narrow')}
        {text('town', t('municipal.offer.town'))}
      </div>
      <div className="field-row">
        {text('longitude', t('municipal.offer.longitude'), '', t('municipal.offer.pointHint'))}
        {text('latitude', t('municipal.offer.latitude'))}
      </div>
    </FormSheet>
  )
}

function Services({
  draft,
  onChange,
}: {
  readonly draft: OfferDraft
  readonly onChange: (services: OfferDraft['services']) => void
}) {
  const { t } = useTranslation()
  const language = useLanguage()
  return (
    <fieldset className="offer-services">
      <legend>{t('municipal.offer.service')}</legend>
      {OfferService.options.map((service) => {
        const said = draft.services[service] ?? { included: 'unknown' as const, condition: '' }
        const name = offerServiceWords[service][language]
        return (
          <div key={service} className="offer-service">
            <span>{name}</span>
            <Select
              label={name}
              value={said.included}
              options={Included.options.map((value) => ({ value, label: includedWords[value][language] }))}
              onChange={(included) => onChange({ ...draft.services, [service]: { ...said, included } })}
            />
            <input
              aria-label={`${name}: ${t('municipal.offer.condition')}`}
              placeholder={t('municipal.offer.condition')}
              value={said.condition}
              onChange={({ target }) =>
                onChange({ ...draft.services, [service]: { ...said, condition: target.value } })
              }
            />
          </div>
        )
      })}
    </fieldset>
  )
}
