import { useTranslation } from 'react-i18next'
import type { Answer } from '../../api.ts'

type LikeCase = Answer<'likeCases'>['rows'][number]
type Feature = LikeCase['agrees'][number]

/** Says what a like case has in common with the one looked at, and what was otherwise in it. */
export function useLikeWords(): (one: LikeCase) => { readonly agrees: string[]; readonly differs: string[] } {
  const { t } = useTranslation()
  const featured = ({ features }: LikeCase, feature: Feature, same: boolean): string => {
    switch (feature) {
      case 'municipality': {
        const several = (features.municipality?.length ?? 0) > 1
        if (!same) return t('rulings.like.other.municipality')
        return t(several ? 'rulings.like.features.municipalities' : 'rulings.like.features.municipality')
      }
      case 'council':
        return t(same ? 'rulings.like.features.council' : 'rulings.like.other.council')
      case 'crossing': {
        const way = features.crossing === true ? 'crosses' : 'stays'
        return same ? t(`rulings.like.features.${way}`) : t(`rulings.like.other.${way}`)
      }
      case 'distance':
        return features.distance === null ? '' : t(`rulings.like.distances.${features.distance}`)
      case 'breaches':
        return features.breaches === null || features.breaches.length === 0
          ? t('rulings.like.features.noBreach')
          : t('rulings.like.features.breaches', { rules: features.breaches.join(', ') })
      case 'positions':
        return features.positions === null ? '' : t(`rulings.like.features.positions.${features.positions}`)
      default:
        return feature satisfies never
    }
  }
  return (one) => ({
    agrees: one.agrees.map((feature) => featured(one, feature, true)),
    differs: one.differs.map((feature) => featured(one, feature, false)),
  })
}
