/** What every language of the page must say: what Dutch says. */
import type { dutch } from "./dutch.ts"

/** All words of one language. */
export type Words = typeof dutch
