import { readFile } from 'node:fs/promises'
import { createServer, request } from 'node:http'
import { basename, dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { views } from '#api/contract'

const mapLibre = dirname(fileURLToPath(import.meta.resolve('maplibre-gl')))
const types: Readonly<Record<string, string>> = { mjs: 'text/javascript', css: 'text/css' }

/**
 * MapLibre and nothing else, with the shapes and points that the map page shows, as the service's tiles: municipalities
 * coloured by their capacity, lakes, the lines of coasts, municipalities and regions, clinics, riding schools. Lakes and
 * lines are here because the page draws them and its ground holds them as tiles. The canvas is as large as the map page's
 * in the same window, and shows the same part of the world. Left out, to the bare page's favour, is what is neither shape
 * nor point: patterns, dashes, names, the clustering of clinics, and the page around it all.
 */
const page = (ground: { readonly href: string; readonly maxZoom: number }) => `<!doctype html>
<html lang="da">
  <head>
    <meta charset="utf-8" />
    <title>MapLibre</title>
    <link rel="icon" href="data:," />
    <link rel="stylesheet" href="/maplibre/maplibre-gl.css" />
    <style>html, body { margin: 0; height: 100% } #map { height: calc(100% - 160px) }</style>
  </head>
  <body>
    <div id="map"></div>
    <script type="module">
      import { Map } from '/maplibre/maplibre-gl.mjs'
      const tiles = (id) => ({ type: 'vector', maxzoom: 14, tiles: [location.origin + '/ogc/collections/' + id + '/tiles/{z}/{x}/{y}'] })
      const layer = (id, type, from, paint) => ({ id, type, source: from, 'source-layer': from, paint })
      const value = ['get', 'per10000']
      const ramp = ['interpolate', ['linear'], value, 2, '#e3eff2', 8, '#0b5a75']
      const map = new Map({
        container: 'map',
        bounds: [8.0, 54.53, 15.2, 57.78],
        fitBoundsOptions: { padding: { top: 32, right: 72, bottom: 48, left: 352 } },
        attributionControl: false,
        fadeDuration: 0,
        style: {
          version: 8,
          sources: {
            municipalities: tiles('municipalities'),
            clinics: tiles('clinics'),
            ridingSchools: tiles('ridingSchools'),
            ground: { type: 'vector', maxzoom: ${ground.maxZoom}, tiles: [location.origin + '${ground.href}'] },
          },
          layers: [
            layer('fill', 'fill', 'municipalities', { 'fill-antialias': false, 'fill-color': ['case', ['==', ['typeof', value], 'number'], ramp, '#d8dcdd'] }),
            { ...layer('lakes', 'fill', 'ground', { 'fill-color': '#dfe7ed' }), 'source-layer': 'lakes' },
            { ...layer('line', 'line', 'ground', { 'line-color': '#ffffff' }), 'source-layer': 'lines' },
            layer('clinics', 'circle', 'clinics', { 'circle-radius': 3, 'circle-color': '#0b5a75' }),
            layer('schools', 'circle', 'ridingSchools', { 'circle-radius': 5, 'circle-color': '#8a4b12' }),
          ],
        },
      })
      map.once('idle', () => {
        performance.mark('map-idle')
        const drawn = (id) => id + ':' + map.queryRenderedFeatures({ layers: [id] }).length
        document.body.dataset.drawn = ['fill', 'clinics', 'schools'].map(drawn).join(' ')
      })
    </script>
  </body>
</html>`

/** Serves the bare page, MapLibre's own files as published, and the service's tiles as they come. */
export async function serveBareMap(service: string): Promise<{ url: string; close(): Promise<void> }> {
  const areas = views.areas.response.parse(await (await fetch(`${service}/api/views/areas`)).json())
  const server = createServer((asked, answer) => {
    const path = asked.url ?? '/'
    const { pathname } = new URL(path, service)
    if (pathname === '/') {
      answer.setHeader('content-type', 'text/html').end(page(areas.boundaries.tiles))
    } else if (pathname.startsWith('/maplibre/')) {
      const name = basename(pathname)
      readFile(join(mapLibre, name)).then(
        (file) => answer.setHeader('content-type', types[name.split('.').at(-1) ?? ''] ?? '').end(file),
        () => answer.writeHead(404).end(),
      )
    } else {
      const onward = request(`${service}${path}`, { headers: { ...asked.headers, host: new URL(service).host } })
      onward.once('response', (from) => {
        answer.writeHead(from.statusCode ?? 502, from.headers)
        from.pipe(answer)
      })
      onward.once('error', () => answer.writeHead(502).end())
      onward.end()
    }
  })
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('The bare map has no port')
  return {
    url: `http://127.0.0.1:${address.port}/`,
    close: () =>
      new Promise((closed) => {
        server.close(() => closed())
        server.closeAllConnections()
      }),
  }
}
