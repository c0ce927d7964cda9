import { hash } from "node:crypto"
import { StoreSuite } from "@grootboek/laws"
import { describe, test } from "vitest"
import { oldPlace, place, rowPlace } from "./Place.ts"

describe("the store in a SQLite file", () => {
  StoreSuite.suite(test, { sha256: (bytes) => hash("sha256", bytes, "hex"), place })
})

describe("the store in a SQLite file of the first version", () => {
  StoreSuite.suite(test, { sha256: (bytes) => hash("sha256", bytes, "hex"), place: oldPlace })
})

describe("the store in a SQLite file of the second version", () => {
  StoreSuite.suite(test, { sha256: (bytes) => hash("sha256", bytes, "hex"), place: rowPlace })
})
