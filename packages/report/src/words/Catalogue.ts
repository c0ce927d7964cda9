/** Messages about tagged facts: one record per noun, with English and Dutch side by side. */
import type { Both, Language } from "./Language.ts"

/** A message for every tag. A tag without a message does not compile. */
export type MessageCatalogue<Facts extends { readonly _tag: string }> = {
  readonly [Tag in Facts["_tag"]]: (facts: Extract<Facts, { readonly _tag: Tag }>) => Both
}

/** Returns the message about facts in a language. */
export const message = <Facts extends { readonly _tag: string }>(
  catalogue: MessageCatalogue<Facts>,
  facts: Facts,
  language: Language,
): string => {
  // The type of a catalogue pairs each tag with its facts; TypeScript does not follow that through an index.
  const both = catalogue[facts._tag as Facts["_tag"]] as (facts: Facts) => Both
  return both(facts)[language]
}

/** Returns a number with its noun: `1 rij`, `2 rijen`. */
export const count = (number: number, one: Both, many: Both): Both => {
  const noun = number === 1 ? one : many
  return { en: `${number} ${noun.en}`, nl: `${number} ${noun.nl}` }
}
