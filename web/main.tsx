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
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { RequestError } from './api.ts'
import { createPages } from './router.tsx'
import { startTexts } from './text/i18n.ts'

const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 30_000,
      // A refusal does not change by asking again; a service that does not answer may.
      retry: (failures, error) =>
        failures < 2 && error instanceof RequestError && (error.problem.status === 0 || error.problem.status >= 500),
    },
  },
})
const router = createPages(queryClient)

await startTexts()
const root = document.getElementById('root')
if (root !== null) {
  createRoot(root).render(
    <StrictMode>
      <QueryClientProvider client={queryClient}>
        <RouterProvider router={router} />
      </QueryClientProvider>
    </StrictMode>,
  )
}
