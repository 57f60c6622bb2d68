import type { ActivityLevel } from './activity.ts'
import type { Words } from './words.ts'

/** Whom reported figures are about. */
export const activityLevelWords = {
  provider: { da: 'ydernummer', en: 'provider number' },
  clinic: { da: 'klinik', en: 'clinic' },
  agreement: { da: 'rideaftale', en: 'riding agreement' },
  municipality: { da: 'kommune', en: 'municipality' },
  region: { da: 'region', en: 'region' },
  nation: { da: 'hele landet', en: 'the country' },
} as const satisfies Record<ActivityLevel, Words>

/** What came of a review of reported figures. */
export const reviewConclusionWords = {
  explained: { da: 'forklaret', en: 'explained' },
  ceiling: { da: 'højestegrænse taget op', en: 'payment ceiling taken up' },
} as const satisfies Record<'explained' | 'ceiling', Words>
