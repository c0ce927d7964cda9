/** The texts of a workbook that cells refer to by number. */
import { type Caps, longestText } from "./Caps.ts"
import { refuse } from "./Refusal.ts"
import * as RichText from "./RichText.ts"
import * as Xml from "./Xml.ts"

/** Parses the shared strings. A text that is longer than a cell can hold is refused. */
export const parse = (
  part: string,
  pieces: Iterable<Uint8Array>,
  caps: Caps,
): ReadonlyArray<string | RichText.NestedText> => {
  const texts: Array<string | RichText.NestedText> = []
  let characters = 0
  const text = RichText.start()
  const handler: Xml.XmlHandler = {
    open: (name) => {
      if (name === "si") text.clear()
      text.open(name)
    },
    text: text.text,
    close: (name) => {
      text.close(name)
      if (name !== "si") return
      const value = text.value()
      const found = typeof value === "string" ? value : value.nested
      characters += found.length
      if (found.length > longestText) refuse({ _tag: "TooLong", entry: part, cap: longestText })
      if (texts.length >= caps.sharedStrings)
        refuse({ _tag: "TooManyStrings", found: texts.length + 1, cap: caps.sharedStrings })
      if (characters > caps.sharedCharacters)
        refuse({ _tag: "TooManyCharacters", found: characters, cap: caps.sharedCharacters })
      texts.push(typeof value === "string" ? detached(value) : { nested: detached(value.nested) })
    },
  }
  Xml.parse(part, pieces, { handler, caps })
  return texts
}

// A slice of a long text keeps all of it in memory; a copy does not.
const detached = (text: string): string => (text.length < 13 ? text : ` ${text}`.slice(1))
