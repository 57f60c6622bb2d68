import { bitemporal } from './bitemporal.ts'
import type { Projection } from './projection.ts'

/** Areas that planners drew; lists and shapes as JSON. */
export const planningAreaTable = bitemporal({
  name: 'planning_area',
  columns: { area: 'TEXT', name: 'TEXT', municipalities: 'TEXT', shape: 'TEXT' },
  indexed: ['area'],
})

/** Planning areas. */
export const planningAreaProjection: Projection = {
  name: 'planningArea',
  version: 1,
  tables: [planningAreaTable],
  on: {
    PlanningAreaDrawn(write, { data }) {
      const { area, name, municipalities, shape } = data
      write.put(planningAreaTable, area, {
        area,
        name,
        municipalities: JSON.stringify(municipalities),
        shape: shape === null ? null : JSON.stringify(shape),
      })
    },
    PlanningAreaRenamed: (write, { data }) => write.patch(planningAreaTable, data.area, { name: data.name }),
    PlanningAreaWithdrawn: (write, { data }) => write.end(planningAreaTable, data.area),
  },
}
