import proj4 from 'proj4'

proj4.defs('EPSG:25832', '+proj=utm +zone=32 +ellps=GRS80 +units=m +no_defs')
const utm = proj4('EPSG:4326', 'EPSG:25832')

/** [lng, lat] -> [easting, northing] metres. */
export const toUtm = (position) => utm.forward([position[0], position[1]])

/** [easting, northing] metres -> [lng, lat]. */
export const toWgs84 = (position) => utm.inverse([position[0], position[1]])
