/** Dates and times as people in Belgium write them. */
import { Calendar } from "@grootboek/core"
import type { PageLanguage } from "./Bilingual.ts"

const locales: Readonly<Record<PageLanguage, string>> = { nl: "nl-BE", en: "en-GB" }

/** Returns a time in Belgian time: `18 juni 2026 om 22:05`. A text that is not a time is returned unchanged. */
export const time = (text: string, language: PageLanguage): string => format(text, language, "short")

/** Returns a day: `18 juni 2026`. A text that is not a day is returned unchanged. */
export const day = (text: string, language: PageLanguage): string => format(text, language, undefined)

const format = (text: string, language: PageLanguage, timeStyle: "short" | undefined): string => {
  const date = new Date(text)
  // Some engines parse 30 February as 2 March.
  if (!Calendar.isDay(text) || Number.isNaN(date.getTime())) return text
  return new Intl.DateTimeFormat(locales[language], {
    dateStyle: "long",
    ...(timeStyle === undefined ? { timeZone: "UTC" } : { timeStyle, timeZone: "Europe/Brussels" }),
  }).format(date)
}
