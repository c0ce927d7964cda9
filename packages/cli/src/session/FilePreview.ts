/** The first rows of a file, with a proposed mapping: a CSV file from its first chunk, a spreadsheet whole. */
import { type Layout, Preview, type Reader } from "@grootboek/csv"
import * as Effect from "effect/Effect"
import * as InputFile from "../output/InputFile.ts"
import { type CommandFailure, refused } from "../words/CommandFailure.ts"

/** The kind of the file, and how it is written. */
export interface PreviewRequest {
  readonly kind: Layout.ImportKind
  readonly options: Omit<Reader.ReaderOptions, "sha256" | "plan" | "adjustment">
}

/** Returns the preview of a file. */
export const of = Effect.fnUntraced(function* (
  input: InputFile.ChunkedFile,
  { kind, options: declared }: PreviewRequest,
): Effect.fn.Return<Preview.Preview, CommandFailure> {
  const options = { ...declared, sha256: InputFile.sha256, plan: "" }
  if (!/\.xlsx$/i.test(input.name))
    return Preview.ofText(kind, { ...input, bytes: beginning(input) }, options)
  const { Fault, Sheet } = yield* Effect.promise(() => import("@grootboek/xlsx"))
  const { numbers, sheet } = declared
  const choice = { ...(numbers === undefined ? {} : { numbers }), ...(sheet === undefined ? {} : { sheet }) }
  const read = yield* Effect.mapError(Sheet.read(Buffer.concat([...input.chunks()]), choice), (fault) =>
    refused({
      en: `${input.name}: ${Fault.message(fault, "en")}`,
      nl: `${input.name}: ${Fault.message(fault, "nl")}`,
    }),
  )
  return Preview.ofSheet(kind, { ...input, ...read }, options)
})

// The first chunk, up to the end of its last line.
const beginning = (input: InputFile.ChunkedFile): Uint8Array => {
  const [first = new Uint8Array()] = input.chunks()
  const end = first.lastIndexOf(10) + 1
  return first.length === input.size || end === 0 ? first : first.subarray(0, end)
}
