import { Money } from "@grootboek/core"
import * as Schema from "effect/Schema"
import { describe, expect, it } from "vitest"
import * as Fields from "../src/view/Fields.ts"

const fields = { name: Schema.String, until: Schema.NullOr(Schema.String), amount: Schema.String }

interface Row {
  readonly amount: Money.Money
  readonly name: string
  readonly until?: string
  readonly other: boolean
}

const row: Row = { amount: Money.from("12.5"), name: "a", other: true }

describe("fields of a document", () => {
  it("has the fields of the document alone, in its order, amounts as texts and null for what is absent", () => {
    expect(JSON.stringify(Fields.of(fields, row))).toBe('{"name":"a","until":null,"amount":"12.50"}')
    expect(Fields.of(fields, { ...row, until: "2031" }).until).toBe("2031")
  })

  it("writes each amount of a list", () => {
    const amounts = { amounts: [Money.from("1"), Money.from("-0.25")] }
    expect(Fields.of({ amounts: Schema.Array(Schema.String) }, amounts)).toEqual({
      amounts: ["1.00", "-0.25"],
    })
  })

  it("does not compile when the record does not declare a field, or an amount would be a number", () => {
    // @ts-expect-error The row has no code.
    Fields.of({ ...fields, code: Schema.String }, row)
    // @ts-expect-error Amounts are texts.
    const wrong: { readonly amount: bigint } = Fields.of(fields, row)
    expect(wrong.amount).toBe("12.50")
  })
})
