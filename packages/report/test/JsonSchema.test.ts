/** The published JSON Schemas are up to date: run `npm run schemas` after a change. */
import { readdirSync, readFileSync } from "node:fs"
import { BudgetEvent } from "@grootboek/core"
import { Json, JsonSchema } from "@grootboek/report"
import { expect, test } from "vitest"

const folder = new URL("../../../docs/schemas/", import.meta.url)
const files = JsonSchema.files()

test("JsonSchema.files: has a schema for every document and every kind of event", () => {
  const names = [
    ...Object.keys(Json.documents),
    "entry",
    "mapping-file",
    ...BudgetEvent.kinds.map((kind) => `event-${kind}`),
  ].map((name) => `${name}.json`)
  expect(readdirSync(folder).filter((name) => name.endsWith(".json"))).toEqual(names.toSorted())
})

test.each(files)("docs/schemas/$path: is up to date", ({ path, text }) => {
  expect(readFileSync(new URL(path, folder), "utf8")).toBe(text)
})
