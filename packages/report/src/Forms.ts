/** What is known of a form by its name alone: its title and the decimals it prints. */
import { forms } from "@grootboek/core"
import type { Language } from "./Language.ts"
import * as Words from "./Words.ts"

/** The decimals that a form prints. */
export const decimals = (form: string): number => find(form)?.decimals ?? 2

/** `Schema M2: Staat van het financieel evenwicht`, as the official document names it; the title alone for other overviews. */
export const heading = (
  form: string,
  language: Language,
  title: string = find(form)?.title ?? form,
): string => (isCode(form) ? `${Words.of(language).form} ${form}: ${title}` : title)

/** `M2 · Staat van het financieel evenwicht`. */
export const short = (form: string, title: string = find(form)?.title ?? form): string =>
  isCode(form) ? `${form} · ${title}` : title

const find = (form: string) => Object.values(forms).find(({ id }) => id === form)
const isCode = (form: string): boolean => /^[A-Z]\d+$/.test(form)
