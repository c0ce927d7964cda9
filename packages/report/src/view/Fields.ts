/** The fields that a JSON document shares with a record of the core: amounts as decimal texts, `null` for what is absent. */
import { Money } from "@grootboek/core"

/** A value as a document has it. */
type Written<A> = A extends undefined
  ? null
  : A extends Money.Money
    ? string
    : A extends ReadonlyArray<Money.Money>
      ? ReadonlyArray<string>
      : A

/**
 * Returns the fields of a document, in its order, from a record that has them under the same names. A field that the record
 * does not declare does not compile; what the document does not name is left out.
 */
export const of = <A extends object, N extends keyof A & string>(
  fields: { readonly [name in N]: unknown },
  record: A,
): { readonly [name in N]: Written<A[name]> } => {
  const named: Record<string, unknown> = {}
  for (const name in fields) named[name] = written(record[name])
  // The loop writes every name of N, which the type checker cannot follow.
  return named as { readonly [name in N]: Written<A[name]> }
}

const written = (value: unknown): unknown =>
  value === undefined
    ? null
    : typeof value === "bigint"
      ? Money.format(Money.ofMicros(value))
      : Array.isArray(value)
        ? value.map(written)
        : value
