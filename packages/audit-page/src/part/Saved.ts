/** Files and texts that the reader takes from the page. */

/** Saves bytes as a file of a media type. */
export const file = (name: string, bytes: Uint8Array, type: string): void => {
  const link = document.createElement("a")
  link.href = URL.createObjectURL(new Blob([bytes.slice()], { type }))
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000)
}

/** Copies a text to the clipboard, and returns whether the browser allowed it. */
export const copy = async (text: string): Promise<boolean> => {
  try {
    await navigator.clipboard.writeText(text)
    return true
  } catch {
    return copySelected(text)
  }
}

// Without a permission for the clipboard, a browser still copies what is selected.
const copySelected = (text: string): boolean => {
  const area = document.createElement("textarea")
  area.value = text
  document.body.append(area)
  area.select()
  const isDone = document.execCommand("copy")
  area.remove()
  return isDone
}
