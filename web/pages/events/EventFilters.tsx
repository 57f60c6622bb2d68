import { useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { eventWords } from '#events/glossary'
import { MunicipalityCode } from '#events/identifiers'
import { useAreaNames } from '../../parts/areaNames.ts'
import { Button } from '../../parts/Button.tsx'
import { Select } from '../../parts/Select.tsx'
import { Switch } from '../../parts/Switch.tsx'
import { useLanguage } from '../../text/i18n.ts'
import { typeName } from './typeName.ts'

/** What the log is narrowed to; every choice stands in the address bar. */
export function EventFilters({
  filters,
  onClear,
}: {
  readonly filters: {
    readonly stream?: string
    readonly type?: string
    readonly municipality?: string
    readonly corrections?: 'true'
  }
  /** Null while nothing is chosen. */
  readonly onClear: (() => void) | null
}) {
  const { t } = useTranslation()
  const language = useLanguage()
  const names = useAreaNames()
  const navigate = useNavigate({ from: '/haendelser' })
  const types = Object.entries(eventWords)
    .map(([type, words]) => ({ value: type, label: typeName(words[language]) }))
    .toSorted((a, b) => a.label.localeCompare(b.label, language))
  return (
    <fieldset className="event-filters">
      <legend className="visually-hidden">{t('events.filters')}</legend>
      <Select
        label={t('events.type')}
        value={filters.type ?? ''}
        onChange={(type) =>
          void navigate({ search: (was) => ({ ...was, before: undefined, type: type === '' ? undefined : type }) })
        }
        options={[{ value: '', label: t('events.everyType') }, ...types]}
      />
      <Select
        label={t('events.municipality')}
        value={filters.municipality ?? ''}
        onChange={(code) => {
          const municipality = MunicipalityCode.safeParse(code)
          void navigate({
            search: (was) => ({ ...was, before: undefined, municipality: municipality.data }),
          })
        }}
        options={[
          { value: '', label: t('events.everyMunicipality') },
          ...names.municipalities.map(({ code, name }) => ({ value: String(code), label: name })),
        ]}
      />
      <Switch
        label={t('events.corrections')}
        on={filters.corrections !== undefined}
        onChange={(on) =>
          void navigate({ search: (was) => ({ ...was, before: undefined, corrections: on ? 'true' : undefined }) })
        }
      />
      {filters.stream !== undefined && (
        <span className="muted">{t('events.streamHint', { stream: filters.stream })}</span>
      )}
      {onClear !== null && (
        <Button kind="text" onPress={onClear}>
          {t('events.clear')}
        </Button>
      )}
    </fieldset>
  )
}
