/** What is known of a request: under its id, or under an id that an earlier version gave it. */
import { Decision } from "@grootboek/core"
import * as Result from "effect/Result"
import { expect, test } from "vitest"

const request = (id: string, formerIds?: ReadonlyArray<string>): Decision.Request => ({
  id,
  decide: () => Result.succeed([]),
  ...(formerIds === undefined ? {} : { formerIds }),
})
const byId = new Map([
  ["new", 1],
  ["old", 2],
  ["older", 3],
])

test("Decision.known: prefers the id, then the first former id that is known", () => {
  expect(Decision.known(request("new", ["old"]), byId)).toBe(1)
  expect(Decision.known(request("other", ["unknown", "older", "old"]), byId)).toBe(3)
  expect(Decision.known(request("other", ["unknown"]), byId)).toBeUndefined()
  expect(Decision.known(request("other"), byId)).toBeUndefined()
})
