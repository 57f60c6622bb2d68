import { useEffect, useState } from 'react'

/** Milliseconds after which a calculation says that it goes on. */
const patience = 1000

/** Whether something has lasted longer than one waits without a word. */
export function useLasting(on: boolean): boolean {
  const [lasted, setLasted] = useState(false)
  useEffect(() => {
    setLasted(false)
    if (!on) return
    const timer = setTimeout(() => setLasted(true), patience)
    return () => clearTimeout(timer)
  }, [on])
  return lasted
}
