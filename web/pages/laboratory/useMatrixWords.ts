import { useTranslation } from 'react-i18next'
import type { CapBasis, Told } from '#api/views/caps'
import { number, signed } from '../../format.ts'
import { useLanguage } from '../../text/i18n.ts'
import { useGroupName } from '../caps/useGroupName.ts'
import { useToldWords } from '../caps/useToldWords.ts'
import { changeOf, isChanged, type MatrixCell } from './matrix.ts'

/** What is said of a cell besides its caps. */
interface SpokenWith {
  readonly areaName: string
  /** How many persons the basis counts; undefined where the board has no such cell. */
  readonly people: Told | undefined
  readonly basis: CapBasis
  readonly locked: boolean
}

/** A cell of the matrix as it is spoken: who, cap, excess, change, lock, and whether its figures are on their way. */
export function useMatrixWords(): (cell: MatrixCell, of: SpokenWith) => string {
  const { t } = useTranslation()
  const language = useLanguage()
  const nameOf = useGroupName()
  const told = useToldWords()
  return (cell, { areaName, people, basis, locked }) => {
    const { documented, cap, group } = cell
    const by = changeOf(cell)
    const over = cap === null ? null : Math.max(0, documented - cap)
    return [
      t('caps.spoken.municipality', {
        group: nameOf(group),
        area: areaName,
        documented: number(documented, language),
        people: people === undefined ? '' : told(people),
        basis: t(`caps.basisLong.${basis}`),
      }),
      cap === null ? t('caps.spoken.noCap') : t('caps.spoken.cap', { cap: number(cap, language) }),
      over === null
        ? t('caps.spoken.noExcess')
        : over === 0
          ? t('caps.spoken.within')
          : t('caps.board.over', { count: over }),
      ...(by !== null && by !== 0 ? [t('laboratory.matrix.spokenChange', { by: signed(by, language) })] : []),
      ...(by === null && isChanged(cell) ? [t('laboratory.matrix.spokenNew')] : []),
      ...(locked ? [t('laboratory.matrix.spokenLocked')] : []),
      ...(cell.waiting ? [t('laboratory.matrix.spokenWaiting')] : []),
    ].join(', ')
  }
}
