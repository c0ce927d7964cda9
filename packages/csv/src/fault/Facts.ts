/** What can be wrong with a file: a closed union of facts, and the shape of the words for them. */
import type { Encoding } from "../text/Encoding.ts"
import type { Format } from "../cell/Numbers.ts"

/** Every fault by name. The error gallery in the documentation shows each with an input that causes it. */
export type Facts =
  // The file as a whole.
  | { readonly _tag: "EmptyFile" }
  | { readonly _tag: "HeaderOnly" }
  | { readonly _tag: "Utf16" }
  | { readonly _tag: "NotText"; readonly looksLike: string }
  // A line.
  | { readonly _tag: "NulByte" }
  | { readonly _tag: "NotInEncoding"; readonly encoding: Encoding }
  | { readonly _tag: "LoneCarriageReturn" }
  | { readonly _tag: "LineTooLong"; readonly longest: number }
  | { readonly _tag: "StrayQuote" }
  | { readonly _tag: "UnterminatedQuote" }
  | { readonly _tag: "RaggedRow"; readonly found: number; readonly expected: number }
  // The header.
  | { readonly _tag: "UnknownTable"; readonly known: ReadonlyArray<string> }
  | { readonly _tag: "MissingColumn"; readonly field: string; readonly missing: string }
  | {
      readonly _tag: "DuplicatedHeader"
      readonly header: string
      readonly first: number
      readonly second: number
    }
  | { readonly _tag: "YearColumn"; readonly header: string }
  | { readonly _tag: "NoYears" }
  | { readonly _tag: "MappingNotRead"; readonly problem: string }
  // A cell.
  | { readonly _tag: "EmptyCell" }
  | { readonly _tag: "NotACode"; readonly value: string }
  | { readonly _tag: "TextNotAllowed"; readonly length: number }
  | { readonly _tag: "UnknownDirection"; readonly value: string }
  | { readonly _tag: "UnknownWord"; readonly value: string; readonly known: ReadonlyArray<string> }
  | { readonly _tag: "AccountNotDigits"; readonly value: string }
  | { readonly _tag: "LostLeadingZero"; readonly value: string; readonly probably: string }
  | { readonly _tag: "NotAnOpeningAccount"; readonly value: string }
  | { readonly _tag: "NotANumber"; readonly value: string }
  | { readonly _tag: "AmbiguousNumber"; readonly value: string; readonly be: string; readonly en: string }
  | { readonly _tag: "OtherNumberFormat"; readonly value: string; readonly format: Format }
  | { readonly _tag: "AmountTooFine"; readonly value: string; readonly decimals: number }
  | { readonly _tag: "AmountTooLarge"; readonly value: string }
  | { readonly _tag: "NotAPercentage"; readonly value: string }
  | { readonly _tag: "NotAYear"; readonly value: string }
  | { readonly _tag: "NotADay"; readonly value: string }
  | { readonly _tag: "NotARowNumber"; readonly value: string }
  | { readonly _tag: "CodeTwice"; readonly code: string; readonly first: number }
  | { readonly _tag: "OneRowOnly"; readonly first: number }
  // A published table.
  | { readonly _tag: "TotalDiffers"; readonly printed: string; readonly computed: string }
  | { readonly _tag: "RowOutOfPlace"; readonly value: string }

/** The name of a fault. */
export type Tag = Facts["_tag"]

/** What is said about a fault: what is wrong, and what was expected. */
export interface Words {
  readonly wrong: string
  readonly expected: string
}

/** One function per fault, so that a fault without words does not compile. */
export type Dictionary = { readonly [T in Tag]: (facts: Extract<Facts, { readonly _tag: T }>) => Words }

/** A text from a file as a message may show it: in quotes, short, without control characters. */
export const quote = (text: string): string => {
  const short = text.length > 60 ? `${text.slice(0, 59)}…` : text
  return `"${short.replace(/[\p{Cc}\p{Cf}\p{Cs}]/gu, "·")}"`
}
