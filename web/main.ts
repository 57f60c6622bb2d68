import '@fontsource-variable/hanken-grotesk/wght.css'
import './styles/tokens.css'
import './styles/base.css'
import './styles/buttons.css'
import './styles/verdicts.css'
import './styles/panels.css'
import './styles/controls.css'
import './styles/tables.css'
import './styles/shell.css'
import './styles/search.css'
import './styles/bottomNav.css'
import './styles/time.css'
import './styles/map.css'
import './styles/mapPanels.css'
import './styles/inspector.css'
import './styles/mapTable.css'
import './styles/pages.css'
import './styles/words.css'
import './styles/lists.css'
import './styles/forms.css'
import './styles/pick.css'
import './styles/notices.css'
import './styles/entries.css'
import './styles/findings.css'
import { askForMap } from './early.ts'

/** Milliseconds that the page waits for the map, at most: longer than any network or processor should need. */
const patience = 10_000

// What the map needs is asked for side by side: its code, and the answers that it is drawn from. The code goes first,
// because a browser asks one service for only a few things at a time. The page around the map is fetched meanwhile, and
// run once the map is drawn: what a reader came for is there first, and neither takes the processor from the other.
const onMap = ['/', '/kort'].includes(location.pathname)
if (onMap) {
  const drawn = import('./pages/map/startMap.ts').then(({ startMap }) => startMap(location.search))
  askForMap(location.search)
  const waited = new Promise((over) => setTimeout(over, patience))
  await Promise.race([drawn.catch(() => undefined), waited])
  void import('./pages/map/MapPage.tsx')
}
void import('./app.tsx')
