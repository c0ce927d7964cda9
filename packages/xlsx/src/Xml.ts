/**
 * A parser of XML parts that takes bytes in pieces and keeps none of them.
 *
 * The parser is strict: XML that is not well-formed has no certain meaning. A document type is refused, because entities
 * can expand to gigabytes.
 */
import { SaxesParser } from "saxes"
import type { Caps } from "./Caps.ts"
import { damaged, refuse } from "./Refusal.ts"

export type Attributes = Readonly<Record<string, string | undefined>>

/** Receives elements by their names without a prefix, and texts. */
export interface XmlHandler {
  readonly open: (name: string, attributes: Attributes) => void
  readonly close: (name: string) => void
  readonly text?: (text: string) => void
}

/** A parser under way. */
export interface XmlParser {
  readonly write: (piece: Uint8Array) => void
  readonly end: () => void
}

/** Characters that are parsed between two checks of the limits. */
const step = 1 << 16

/** Starts to parse a part. */
export const parser = (part: string, handler: XmlHandler, caps: Caps): XmlParser => {
  const sax = new SaxesParser({ position: false, xmlns: false })
  const decoder = new TextDecoder("utf-8", { fatal: true })
  let depth = 0
  let quiet = 0
  sax.on("opentag", ({ name, attributes }) => {
    quiet = 0
    depth++
    if (depth > caps.depth) refuse({ _tag: "TooDeep", entry: part, cap: caps.depth })
    handler.open(localOf(name), attributes)
  })
  sax.on("closetag", ({ name }) => {
    quiet = 0
    depth--
    handler.close(localOf(name))
  })
  const text = (words: string): void => {
    quiet = 0
    handler.text?.(words)
  }
  sax.on("text", text)
  sax.on("cdata", text)
  sax.on("doctype", () => damaged("PartDoctype", part))
  sax.on("xmldecl", ({ encoding }) => {
    if (encoding !== undefined && !/^utf-?8$|^us-ascii$/i.test(encoding)) damaged("PartXml", part)
  })
  sax.on("error", () => damaged("PartXml", part))

  const feed = (words: string): void => {
    for (let at = 0; at < words.length; at += step) {
      const some = words.length <= step ? words : words.slice(at, at + step)
      quiet += some.length
      sax.write(some)
      if (quiet > caps.xmlCharacters) refuse({ _tag: "TooLong", entry: part, cap: caps.xmlCharacters })
    }
  }
  const decode = (piece: Uint8Array | undefined): string => {
    try {
      return piece === undefined ? decoder.decode() : decoder.decode(piece, { stream: true })
    } catch {
      return damaged("PartXml", part)
    }
  }
  return {
    write: (piece) => feed(decode(piece)),
    end: () => {
      feed(decode(undefined))
      sax.close()
    },
  }
}

/** Parses a whole part. */
export const parse = (
  part: string,
  pieces: Iterable<Uint8Array>,
  { handler, caps }: { readonly handler: XmlHandler; readonly caps: Caps },
): void => {
  const { write, end } = parser(part, handler, caps)
  for (const piece of pieces) write(piece)
  end()
}

const localOf = (name: string): string => {
  const colon = name.indexOf(":")
  return colon < 0 ? name : name.slice(colon + 1)
}
