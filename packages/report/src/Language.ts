/** The languages that Grootboek speaks. Row labels stay Dutch in both: they are data, as the law prints them. */

/** English or Dutch. */
export type Language = "en" | "nl"

/** Every language. */
export const languages: ReadonlyArray<Language> = ["en", "nl"]
