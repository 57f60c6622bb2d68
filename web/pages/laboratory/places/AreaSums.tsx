import { useTranslation } from 'react-i18next'
import type { Answer } from '../../../api.ts'
import { number } from '../../../format.ts'
import { useAreaNames } from '../../../parts/areaNames.ts'
import { VerdictIcon } from '../../../parts/Verdict.tsx'
import { useLanguage } from '../../../text/i18n.ts'
import { partWords } from './cutParts.ts'

/** What the area would hold as it stands; a line that is not whole is told why, and not judged. */
export function AreaSums({ sketch }: { readonly sketch: Answer<'planningAreaSketch'> }) {
  const { t } = useTranslation()
  const language = useLanguage()
  const names = useAreaNames()
  const { unfinished, municipalities, cut, inhabitants, physiotherapists, insideLine, contiguity, overlaps } = sketch
  if (unfinished !== null) return <p role="status">{t(`places.area.unfinished.${unfinished}`)}</p>
  const list = (codes: readonly string[]) => codes.map(names.municipality).join(', ')
  const apart = contiguity?.pieces.filter(({ kind }) => kind === 'apart') ?? []
  const parts = { cutIn: cut.filter(({ belongs }) => belongs), cutOut: cut.filter(({ belongs }) => !belongs) }
  return (
    <div className="area-sums" role="status">
      <p>
        {municipalities.length === 0
          ? t('places.area.nobody')
          : t('places.area.sums', {
              municipalities: list(municipalities),
              inhabitants: number(inhabitants, language),
              physiotherapists: number(physiotherapists, language),
            })}
      </p>
      {insideLine !== null && (
        <p>
          {t('places.area.insideLine', {
            inhabitants: number(insideLine.inhabitants, language),
            physiotherapists: number(insideLine.physiotherapists, language),
          })}
        </p>
      )}
      {(['cutIn', 'cutOut'] as const).map(
        (side) =>
          parts[side].length > 0 && (
            <p key={side}>
              {t(`places.area.${side}`, { parts: parts[side].map((part) => t(...partWords(part))).join(', ') })}
            </p>
          ),
      )}
      {contiguity !== null && (
        <p>
          <VerdictIcon outcome={contiguity.isContiguous ? 'pass' : 'needs-information'} size={14} />{' '}
          {contiguity.isContiguous
            ? t('places.area.whole')
            : t('places.area.apart', { parts: apart.map((piece) => list(piece.municipalities)).join('; ') })}
        </p>
      )}
      {overlaps.map((overlap) => (
        <p key={overlap.area}>
          {t('places.area.overlap', { name: overlap.name, municipalities: list(overlap.municipalities) })}
        </p>
      ))}
    </div>
  )
}
