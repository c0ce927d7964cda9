/** How the user says a file is written, where that should not be detected. */
import { Dialect, Encoding, Mapping, Reader } from "@grootboek/csv"
import * as Effect from "effect/Effect"
import * as Result from "effect/Result"
import { type Failure, refused, usage } from "./Failure.ts"
import * as File from "./File.ts"
import type { Job, Reading } from "./Import.ts"
import { type Given, type Option, text } from "./Spec.ts"

/** The options. */
export const options: ReadonlyArray<Option> = [
  {
    name: "numbers",
    value: "FORMAT",
    choices: ["be", "en"],
    about: {
      en: "how numbers are written: be (1.234,56) or en (1,234.56)",
      nl: "hoe getallen geschreven zijn: be (1.234,56) of en (1,234.56)",
    },
  },
  {
    name: "encoding",
    value: "NAME",
    about: { en: "utf-8 or cp1252 (default: detected)", nl: "utf-8 of cp1252 (standaard: herkend)" },
  },
  {
    name: "delimiter",
    value: "CHAR",
    about: { en: "; , or tab (default: detected)", nl: "; , of tab (standaard: herkend)" },
  },
  {
    name: "mapping",
    value: "FILE",
    about: {
      en: "a JSON file that says which column is what",
      nl: "een JSON-bestand dat zegt welke kolom wat is",
    },
  },
  {
    name: "round",
    value: "DECIMALS",
    choices: ["0", "1", "2", "3", "4", "5", "6"],
    about: {
      en: "round amounts to so many decimals, half away from zero",
      nl: "rond bedragen af op zoveel decimalen, de helft van nul weg",
    },
  },
]

/** The options as the reader takes them. */
export const of = Effect.fnUntraced(function* (given: Given): Effect.fn.Return<Reading, Failure> {
  const encodingName = text(given, "encoding")
  const encoding = encodingName === undefined ? undefined : Encoding.parse(encodingName)
  if (encodingName !== undefined && encoding === undefined) {
    return yield* Effect.fail(
      usage({
        en: `--encoding ${encodingName}: utf-8 and cp1252 are read`,
        nl: `--encoding ${encodingName}: utf-8 en cp1252 worden gelezen`,
      }),
    )
  }
  const delimiterName = text(given, "delimiter")
  const delimiter = delimiterName === undefined ? undefined : Dialect.delimiterOf(delimiterName)
  if (delimiterName !== undefined && delimiter === undefined) {
    return yield* Effect.fail(
      usage({
        en: `--delimiter ${delimiterName}: it is ; or , or tab`,
        nl: `--delimiter ${delimiterName}: het is ; of , of tab`,
      }),
    )
  }
  const mappingPath = text(given, "mapping")
  const mapping = mappingPath === undefined ? undefined : yield* readMapping(mappingPath)
  const numbers = (["be", "en"] as const).find((format) => format === text(given, "numbers"))
  const round = text(given, "round")
  return {
    ...(encoding === undefined ? {} : { encoding }),
    ...(delimiter === undefined ? {} : { delimiter }),
    ...(numbers === undefined ? {} : { numbers }),
    ...(mapping === undefined ? {} : { mapping }),
    ...(round === undefined ? {} : { round: Number(round) }),
  }
})

const readMapping = Effect.fnUntraced(function* (path: string): Effect.fn.Return<Mapping.Mapping, Failure> {
  const { bytes } = yield* File.read(path)
  const mapping = Mapping.parse(new TextDecoder().decode(bytes))
  if (Result.isSuccess(mapping)) return mapping.success
  return yield* Effect.fail(refused({ en: `${path}: ${mapping.failure}`, nl: `${path}: ${mapping.failure}` }))
})

/** Which column of a file is read as what: all that its header and first rows tell. */
export const mappingOf = (input: File.LongInput, { kind, options }: Job): Mapping.Mapping => {
  const [first = new Uint8Array()] = input.pieces()
  return Reader.read(kind, { ...input, bytes: first }, { ...options, sha256: File.sha256 }).mapping
}
