import { type Layers, visibility } from './look.ts'

/** Riding schools as diamonds: filled with an agreement, hollow without. */
export const ridingSchools: Layers = ({ ridingSchools }) => [
  {
    id: 'riding-schools',
    type: 'symbol',
    source: 'riding-schools',
    layout: {
      visibility: visibility(ridingSchools),
      'icon-image': ['case', ['boolean', ['get', 'agreed'], true], 'riding-school', 'riding-school-hollow'],
      'icon-size': ['interpolate', ['linear'], ['zoom'], 5, 0.55, 8, 0.95],
      'icon-allow-overlap': true,
      'icon-ignore-placement': true,
    },
  },
]
