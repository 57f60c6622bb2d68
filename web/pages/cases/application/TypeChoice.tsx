import { type FormEvent, useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../../parts/Button.tsx'
import { useWords } from '../../../text/words.ts'
import type { ApplicationType } from './form.ts'
import { typeGroups } from './forms.ts'

const groups = ['number', 'address', 'riding', 'competence'] as const

/** Which application it is: one choice among fifteen, grouped by what they are about. */
export function TypeChoice({ onChoose }: { readonly onChoose: (type: ApplicationType) => void }) {
  const { t } = useTranslation()
  const words = useWords()
  const name = useId()
  const reason = useId()
  const [chosen, setChosen] = useState<ApplicationType | null>(null)
  const go = (event: FormEvent) => {
    event.preventDefault()
    if (chosen !== null) onChoose(chosen)
  }
  return (
    <form className="type-choice panel" onSubmit={go} noValidate>
      <div className="type-groups" role="radiogroup" aria-label={t('cases.new.type')}>
        {groups.map((group) => (
          <fieldset key={group} className={`type-group type-group-${group}`}>
            <legend>{t(`cases.new.groups.${group}`)}</legend>
            {typeGroups[group].map((type) => (
              <label key={type} className={`radio-card ${chosen === type ? 'is-chosen' : ''}`}>
                <input
                  type="radio"
                  name={name}
                  checked={chosen === type}
                  onChange={() => setChosen(type)}
                  aria-labelledby={`${name}-${type}`}
                  aria-describedby={`${name}-${type}-help`}
                />
                <span className="radio-card-text">
                  <span className="radio-card-label" id={`${name}-${type}`}>
                    {words.type(type)}
                  </span>
                  <span className="radio-card-help" id={`${name}-${type}-help`}>
                    {t(`cases.new.typeHelp.${type}`)}
                  </span>
                </span>
                <span className="type-code" aria-hidden="true">
                  {type}
                </span>
              </label>
            ))}
          </fieldset>
        ))}
      </div>
      <div className="form-actions">
        <Button kind="primary" type="submit" notReady={chosen === null} reasonId={reason}>
          {t('cases.new.continue')}
        </Button>
        {chosen === null && (
          <span className="write-why" id={reason}>
            {t('cases.new.chooseType')}
          </span>
        )}
      </div>
    </form>
  )
}
