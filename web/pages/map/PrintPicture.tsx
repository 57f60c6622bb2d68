import { useEffect, useRef } from 'react'
import { type Paper, paperOf } from './mapPaper.ts'

/**
 * Puts the picture of the map, with its legend, both times and sources, in the place of the map on paper: a canvas that the
 * graphics card draws comes out empty. It is drawn when the browser asks, whoever asked the browser.
 */
export function PrintPicture({ paper }: { readonly paper: Paper }): null {
  const newest = useRef(paper)
  useEffect(() => {
    newest.current = paper
  }, [paper])
  useEffect(() => {
    let shown: HTMLCanvasElement | undefined
    const remove = () => {
      shown?.remove()
      shown = undefined
    }
    const put = () => {
      remove()
      shown = paperOf(newest.current)
      if (shown === undefined) return
      shown.className = 'print-picture'
      document.querySelector('.map-page')?.prepend(shown)
    }
    addEventListener('beforeprint', put)
    addEventListener('afterprint', remove)
    return () => {
      remove()
      removeEventListener('beforeprint', put)
      removeEventListener('afterprint', remove)
    }
  }, [])
  return null
}
