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

// What the page needs is asked for side by side: its code, the map's, and the answers that the map is drawn from. The
// code goes first, because a browser asks one service for only a few things at a time.
const onMap = ['/', '/kort'].includes(location.pathname)
if (onMap) void import('./pages/map/MapPage.tsx')
void import('./app.tsx')
if (onMap) askForMap(location.search)
