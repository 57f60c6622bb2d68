/** Numbers, dates and times as the pages say them: the papers say them the same way. */
export {
  capacity,
  danishDate,
  danishMinute,
  date,
  eventNumber,
  instant,
  kroner,
  longDate,
  percent,
  signed,
} from '#events/say/format'
export { type Language, none, number, perInhabitantDecimals } from '#events/say/numbers'
