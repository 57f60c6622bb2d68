/** Numbers as the pages say them, without the dates that the first drawing of the map must not wait for. */
export { type Language, number, perInhabitantDecimals } from '#events/say/numbers'
