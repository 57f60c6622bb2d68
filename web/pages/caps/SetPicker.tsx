import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { announce } from '../../parts/announce.ts'
import { useAreaNames } from '../../parts/areaNames.ts'
import { Field } from '../../parts/Field.tsx'
import { Icon } from '../../parts/Icon.tsx'
import { useCombobox } from '../../parts/useCombobox.ts'

/** The municipalities of an own area: a field that finds them by name, and a button to take each away again. */
export function SetPicker({
  set,
  onChange,
}: {
  readonly set: readonly string[]
  readonly onChange: (set: readonly string[]) => void
}) {
  const { t } = useTranslation()
  const names = useAreaNames()
  const [text, setText] = useState('')
  const wanted = text.trim().toLocaleLowerCase('da')
  const hits = names.municipalities.filter(
    ({ code, name }) => !set.includes(code) && name.toLocaleLowerCase('da').includes(wanted),
  )
  const { shown, list, typed, reopen, input, option } = useCombobox({
    hits,
    asked: true,
    onPick: ({ code, name }) => {
      setText('')
      onChange([...set, code].toSorted())
      announce(t('caps.set.added', { name }))
    },
  })
  return (
    <div className="caps-set">
      <Field label={t('caps.set.add')}>
        {(props) => (
          <div className="pick">
            <input
              {...props}
              {...input}
              type="text"
              placeholder={t('caps.set.find')}
              value={text}
              onClick={reopen}
              onChange={(event) => {
                setText(event.target.value)
                typed()
              }}
            />
            <div
              id={list}
              role="listbox"
              aria-label={t('caps.set.add')}
              className="pick-list"
              hidden={!shown || hits.length === 0}
            >
              {hits.map(({ code, name }, index) => (
                <div key={code} {...option(index)} className="pick-item">
                  {name}
                </div>
              ))}
            </div>
            {shown && hits.length === 0 && (
              <p className="pick-list pick-none" role="status">
                {t('caps.set.none')}
              </p>
            )}
          </div>
        )}
      </Field>
      {set.length > 0 && (
        <ul className="caps-set-chosen" aria-label={t('caps.set.chosen')}>
          {set.map((code) => (
            <li key={code}>
              <button
                type="button"
                className="caps-set-one"
                aria-label={t('caps.set.remove', { name: names.municipality(code) })}
                onClick={() => {
                  onChange(set.filter((one) => one !== code))
                  announce(t('caps.set.removed', { name: names.municipality(code) }))
                }}
              >
                {names.municipality(code)}
                <Icon name="close" size={12} />
              </button>
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}
