/** The published JSON Schemas are those of the code: run `npm run schemas` after a change. */
import { readdirSync, readFileSync } from "node:fs"
import { BudgetEvent } from "@grootboek/core"
import { Json, JsonSchema } from "@grootboek/report"
import { expect, test } from "vitest"

const folder = new URL("../../../docs/schemas/", import.meta.url)
const files = JsonSchema.files()

test("every document and every kind of event has a published schema, and nothing else has", () => {
  const names = [
    ...Object.keys(Json.documents),
    "entry",
    ...BudgetEvent.kinds.map((kind) => `event-${kind}`),
  ].map((name) => `${name}.json`)
  expect(readdirSync(folder).filter((name) => name.endsWith(".json"))).toEqual(names.toSorted())
})

test.each(files)("the published schema $path is fresh", ({ path, text }) => {
  expect(readFileSync(new URL(path, folder), "utf8")).toBe(text)
})
