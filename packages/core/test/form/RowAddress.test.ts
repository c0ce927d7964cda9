/** The checked addresses of rows agree with those that a statement finds. */
import { Address, formIds, forms, Layout, rowOf, rowsOf, Structure } from "@grootboek/core"
import * as Result from "effect/Result"
import { expect, test } from "vitest"

test.each(formIds)(
  "rowsOf: names a row of %s if and only if its layout finds one row by that text",
  (form) => {
    const known = rowsOf(form)
    if (forms[form].kind === "grouped") {
      expect(known).toBeUndefined()
      expect(rowOf(form, "ALGEMENE FINANCIERING/U")).toBe("ALGEMENE FINANCIERING/U")
      return
    }
    const layout = Layout.of(forms[form], Structure.empty)
    const texts = layout.rows.flatMap((row) => [row.code, Address.format(row)])
    for (const text of [...texts, "XXX", ""])
      expect([text, known?.includes(text)]).toEqual([text, Result.isSuccess(Address.find(layout, text))])
  },
)

test("rowOf: throws for a row that the form does not have, and names the rows", () => {
  expect(() => rowOf("M3", "Exploitatie/X")).toThrow(
    /M3 has no row "Exploitatie\/X"; it has .*Exploitatie\/U/,
  )
})
