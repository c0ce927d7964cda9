/**
 * The addresses of rows as types and as checked text: a code that occurs once in its form, or `SECTION/CODE`.
 *
 * ```ts
 * rowOf("M2", "VII") // => "VII"
 * isRowOf("M2", "XX") // => false
 * rowsOf("M2")?.includes("VII") // => true
 * ```
 */
import { type FormId, forms } from "./index.ts"

/** The part of an id after its section. */
type Code<Id extends string> = Id extends `${string}/${infer Own}` ? Own : never

type IdsByCode<Id extends string> = { readonly [One in Id as Code<One>]: One }

type IsOne<T, Whole = T> = T extends unknown ? ([Whole] extends [T] ? true : false) : never

/** The codes that occur once. */
type OwnCode<Id extends string, By = IdsByCode<Id>> = {
  readonly [One in keyof By]: [IsOne<By[One]>] extends [true] ? One : never
}[keyof By]

/**
 * The addresses of the rows of a form: a code that occurs once, or `SECTION/CODE`. The rows of a form per objective,
 * domain or action follow from the structure, so that they are any text.
 */
export type RowOf<F extends FormId> = F extends FormId
  ? (typeof forms)[F] extends {
      readonly kind: "fixed"
      readonly rows: Readonly<Record<infer Id extends string, unknown>>
    }
    ? Id | OwnCode<Id>
    : string
  : never

/**
 * Checks a text from outside as the address of a row. Throws a `RangeError` with the rows that exist for another text. The
 * rows of a form per objective, domain or action follow from the structure, and are checked when a statement is read.
 *
 * ```ts
 * rowOf("M2", "Autofinancieringsmarge/III") // => "Autofinancieringsmarge/III"
 * ```
 */
export const rowOf = <F extends FormId>(form: F, text: string): RowOf<F> => {
  if (isRowOf(form, text)) return text
  const known = rowsOf(form)?.join(", ")
  throw new RangeError(`${form} has no row ${JSON.stringify(text)}; it has ${known}`)
}

/** Returns whether a text is the address of a row. */
export const isRowOf = <F extends FormId>(form: F, text: string): text is RowOf<F> =>
  rowsOf(form)?.includes(text) ?? true

/** Returns the addresses of the rows of a form; undefined when they follow from the structure. */
export const rowsOf = (form: FormId): ReadonlyArray<string> | undefined => {
  const { kind, ...parts } = forms[form]
  if (kind !== "fixed" || !("rows" in parts)) return undefined
  const ids = Object.keys(parts.rows)
  const codes = ids.map((id) => id.slice(id.indexOf("/") + 1))
  return [...new Set([...ids, ...codes.filter((code) => codes.indexOf(code) === codes.lastIndexOf(code))])]
}
