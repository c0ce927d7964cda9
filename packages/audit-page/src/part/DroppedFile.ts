/** A file that the reader drops anywhere on the page, to compare it with the journal. */
import { useEffect, useState } from "preact/hooks"
import type { Go } from "./Route.ts"

/**
 * Returns the last file that was dropped or chosen, and a function that sets it. A drop opens the view of integrity.
 *
 * The browser would replace the page by a file that is dropped outside of a field.
 */
export const useDroppedFile = (go: Go): readonly [File | undefined, (file: File) => void] => {
  const [file, setFile] = useState<File>()
  useEffect(() => {
    const allowDrop = (event: DragEvent): void => {
      if (event.dataTransfer?.types.includes("Files")) event.preventDefault()
    }
    const take = (event: DragEvent): void => {
      const dropped = event.dataTransfer?.files[0]
      if (dropped === undefined) return
      event.preventDefault()
      setFile(dropped)
      go({ view: "integrity" })
    }
    addEventListener("dragover", allowDrop)
    addEventListener("drop", take)
    return () => {
      removeEventListener("dragover", allowDrop)
      removeEventListener("drop", take)
    }
  }, [go])
  return [file, setFile]
}
