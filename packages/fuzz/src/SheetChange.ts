/** Changes of the XML of spreadsheets, at random places. */
import type { Chance } from "./Chance.ts"

/** Changes a part. */
export type SheetChange = (xml: string, chance: Chance) => string

/** The XML of a format: elements that are changed as a whole, elements whose texts are, and what is put in their place. */
export interface ChangedXml {
  readonly elements: ReadonlyArray<string>
  readonly texts: ReadonlyArray<string>
  /** Values of attributes and texts. */
  readonly values: ReadonlyArray<string>
  /** Elements and marks that are inserted anywhere. */
  readonly snippets: ReadonlyArray<string>
}

/** Characters that break readers of XML in any format. */
export const characters = ["&#0;", "&lt;", "&amp;", "&x;", "😀", "\u0000"] as const

const tag = /<[^<>]*>/g
const attribute = /\s[\w:-]+="[^"]*"/g

const pick = (xml: string, pattern: RegExp, chance: Chance): RegExpMatchArray | undefined => {
  const found = [...xml.matchAll(pattern)]
  return found.length === 0 ? undefined : chance.of(found)
}

const replaceAt = (xml: string, match: RegExpMatchArray | undefined, by: string): string =>
  match === undefined ? xml : xml.slice(0, match.index) + by + xml.slice((match.index ?? 0) + match[0].length)

/** The kinds of change: an element left out, repeated or replaced, an attribute, a text, a tag, or a run of characters. */
export const of = ({ elements, texts, values, snippets }: ChangedXml): ReadonlyArray<SheetChange> => {
  // An element without children of its own kind, from its start tag to its end tag.
  const element = new RegExp(
    `<(${elements.join("|")})\\b(?!-)[^<>]*?(?:\\/>|>(?:(?!<\\1\\b)[\\s\\S])*?<\\/\\1>)`,
    "g",
  )
  const words = new RegExp(`(?<=<(?:${texts.join("|")})>)[^<]*`, "g")
  return [
    (xml, chance) => replaceAt(xml, pick(xml, element, chance), ""),
    (xml, chance) => {
      const found = pick(xml, element, chance)
      return replaceAt(xml, found, (found?.[0] ?? "").repeat(2))
    },
    (xml, chance) => {
      const [one, other] = [pick(xml, element, chance), pick(xml, element, chance)]
      return replaceAt(xml, one, other?.[0] ?? "")
    },
    (xml, chance) => replaceAt(xml, pick(xml, attribute, chance), ""),
    (xml, chance) => {
      const found = pick(xml, attribute, chance)
      return replaceAt(xml, found, (found?.[0] ?? "").replace(/"[^"]*"/, `"${chance.of(values)}"`))
    },
    (xml, chance) => {
      const found = pick(xml, words, chance)
      return replaceAt(xml, found, chance.of(values))
    },
    (xml, chance) => {
      const found = pick(xml, tag, chance)
      return replaceAt(xml, found, (found?.[0] ?? "") + chance.of(snippets))
    },
    (xml, chance) => replaceAt(xml, pick(xml, tag, chance), ""),
    (xml, chance) => {
      const from = chance.below(xml.length + 1)
      return xml.slice(0, from) + xml.slice(from + chance.below(40))
    },
  ]
}
