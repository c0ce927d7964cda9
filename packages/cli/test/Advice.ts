/** Recognises advice in a message: a clause that begins with an imperative, or what was expected. */

const imperatives = {
  en:
    "add adjust ask carry change check choose close commit compare complete correct create " +
    "declare delete do drop end exchange export fill find format free give import index " +
    "install keep leave let list lower make move name open pass post print quote raise read " +
    "record release remove rename reopen repeat report restore reverse round run save see " +
    "separate set shorten sign state stop take transfer try turn type unmerge upgrade use " +
    "verify widen write",
  nl:
    "behoud bekijk beslis bewaar beëindig boek controleer draag draai exporteer gebruik geef " +
    "herhaal hernoem importeer indexeer installeer kies kort laat lees leg maak meld neem noem " +
    "onderteken open pas probeer schakel scheid schrijf sluit splits stop tel trek typ " +
    "verbeter verhoog verplaats verruim verschuif verwijder voeg voer vraag vul wissel zet " +
    "zoek",
} as const

const clause = (verbs: string): RegExp =>
  new RegExp(
    `(?:^|["'\`]|[.:;,!?)–(]\\s+|\\b(?:and|or|then|otherwise|instead|en|of|anders|daarna)\\s+)(?:${verbs.replaceAll(" ", "|")})\\b`,
    "iu",
  )

const patterns = { en: clause(imperatives.en), nl: clause(imperatives.nl) } as const

/** What a cell or a file must have instead counts as advice. */
const expectation = { en: /\bexpected /, nl: /\bverwacht\b/ } as const

/** Returns whether a text says what to do next. */
export const advises = (text: string, language: "en" | "nl"): boolean =>
  patterns[language].test(text) || expectation[language].test(text)
