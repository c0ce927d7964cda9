/** The languages that Grootboek speaks. Row labels stay Dutch in both: they are data, as the law prints them. */

/** English or Dutch. */
export type Language = "en" | "nl"

/** One text in both languages. */
export type Both = Readonly<Record<Language, string>>

/** Every language. */
export const languages: ReadonlyArray<Language> = ["en", "nl"]
