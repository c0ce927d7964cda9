/** A layout of a fixed form of a few rows. */
import * as Structure from "../src/event/Structure.ts"
import type { FormRow } from "../src/form/Form.ts"
import * as Layout from "../src/form/Layout.ts"

/** The properties of a small form. */
export const face = { edition: "bbc-3.0", decimals: 0, years: "plan" } as const

/** Lays the rows of a fixed form out. */
export const layoutOf = (id: string, rows: Readonly<Record<string, FormRow>>): Layout.Layout =>
  Layout.of({ kind: "fixed", id, title: id, ...face, rows }, Structure.empty)
