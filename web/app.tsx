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
