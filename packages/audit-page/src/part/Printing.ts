/** Whether the page is being printed: long lists are then rendered whole. */
import { options } from "preact"
import { useEffect, useState } from "preact/hooks"

export const usePrinting = (): boolean => {
  const [isPrinting, setPrinting] = useState(false)
  useEffect(() => {
    const [begin, end] = [() => atOnce(() => setPrinting(true)), () => setPrinting(false)]
    addEventListener("beforeprint", begin)
    addEventListener("afterprint", end)
    return () => {
      removeEventListener("beforeprint", begin)
      removeEventListener("afterprint", end)
    }
  }, [])
  return isPrinting
}

// The browser takes its picture when the event ends, so that the page cannot be rendered later.
const atOnce = (change: () => void): void => {
  const before = options.debounceRendering
  options.debounceRendering = (render) => render()
  change()
  if (before === undefined) delete options.debounceRendering
  else options.debounceRendering = before
}
