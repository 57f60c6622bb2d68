import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { z } from 'zod'
import { ChangeTold } from '#api/views/changeTold'
import { QuotaCap } from '#events/quota'
import type { EffectiveDate } from '#events/time'
import { number } from '../../format.ts'
import { useItems } from '../../map/sources.ts'
import { useAreaNames } from '../../parts/areaNames.ts'
import { useLanguage } from '../../text/i18n.ts'
import { useGroupName } from '../caps/useGroupName.ts'
import type { Change } from './scenarioAnswer.ts'
import { useCommandWord } from './useCommandWord.ts'

type Told = Pick<Change, 'command' | 'touches'>

const text = z.string().optional().catch(undefined)
const Named = z.object({ clinic: text, school: text, name: z.string() })

/**
 * A change in a few words: a cap by its area, group and number; another command by its name and what it is about. Clinics,
 * schools and planning areas have their names where the register or another of `changes` tells them, municipalities and
 * regions those of the date that the changes are for.
 */
export function useChangeWords(
  asOf: EffectiveDate | undefined,
  changes: readonly Told[] = [],
): (change: Told) => string {
  const { t } = useTranslation()
  const language = useLanguage()
  const names = useAreaNames(asOf)
  const groupName = useGroupName()
  const commandWord = useCommandWord()
  const clinics = useItems('clinics').data
  const schools = useItems('ridingSchools').data
  const known = useMemo(() => {
    const all = new Map<string, string>()
    for (const { properties } of [...(clinics ?? []), ...(schools ?? [])]) {
      const one = Named.safeParse(properties).data
      const id = one?.clinic ?? one?.school
      if (one !== undefined && id !== undefined) all.set(id, one.name)
    }
    for (const { command } of changes) {
      const { name, clinic, school, area } = ChangeTold.parse(command.data)
      const id = clinic ?? school ?? area
      if (name !== undefined && id !== undefined) all.set(id, name)
    }
    return all
  }, [clinics, schools, changes])
  const nameOf = (id: string) => known.get(id) ?? id
  return ({ command: { type, data }, touches }) => {
    const { area, group, municipality, region, planningArea, clinic, school, person, agreement } = touches
    const where =
      area === undefined ? undefined : area.kind === 'planningArea' ? nameOf(area.code) : names.municipality(area.code)
    const cap = QuotaCap.safeParse(data.cap)
    if (type === 'ProposeQuota' && cap.success && group !== undefined && where !== undefined)
      return t('laboratory.changes.cap', { group: groupName(group), area: where, cap: number(cap.data, language) })
    const said = ChangeTold.parse(data)
    const { from, to } = said
    const word =
      type === 'StateClinicIntake' && said.accepts === false ? t('scenarios.about.intakeStops') : commandWord(type)
    const about = [
      said.name ?? (planningArea === undefined ? undefined : nameOf(planningArea)),
      group === undefined ? undefined : groupName(group),
      said.savesPermille === undefined
        ? undefined
        : t('scenarios.about.saves', { percent: number(said.savesPermille / 10, language, 1) }),
      where,
      clinic === undefined || said.name !== undefined ? undefined : nameOf(clinic),
      school === undefined || said.name !== undefined ? undefined : nameOf(school),
      from === undefined || to === undefined
        ? said.address && addressSaid(said.address)
        : t('scenarios.about.between', { from: addressSaid(from), to: addressSaid(to) }),
      ...[municipality, region].map((code) => (code === undefined ? undefined : names.municipality(code))),
      touches.holder !== undefined
        ? [t('scenarios.about.holder', { number: touches.holder.number }), touches.holder.clinic ?? []]
            .flat()
            .join(', ')
        : person === undefined
          ? undefined
          : t('scenarios.about.person', { id: person }),
      touches.number === undefined ? undefined : t('scenarios.about.number', { number: touches.number }),
      agreement === undefined ? undefined : t('scenarios.about.agreement', { id: agreement }),
    ].filter((one) => one !== undefined)
    return about.length === 0 ? word : `${word}: ${about.join(', ')}`
  }
}

/** An address with its town, which the text of some ends with. */
export function addressSaid({ text, town = null }: NonNullable<z.infer<typeof ChangeTold>['address']>): string {
  return town === null || text.toLowerCase().endsWith(town.toLowerCase()) ? text : `${text}, ${town}`
}

type Params = Readonly<Record<string, unknown>>

/** Parameters of a problem with the words of the changes that it points to, in place of their ids. */
export function withChangesNamed(params: Params, wordsOf: (change: string) => string): Params {
  const { change, changes } = params
  return {
    ...params,
    ...(typeof change === 'string' ? { change: wordsOf(change) } : {}),
    // Words of a change have commas of their own.
    ...(Array.isArray(changes) ? { changes: changes.map((id) => wordsOf(String(id))).join('; ') } : {}),
  }
}
