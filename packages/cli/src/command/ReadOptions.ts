/** The options that state how a file is written, where it should not be detected. */
import { Dialect, Encoding, Mapping, type Reader } from "@grootboek/csv"
import * as Effect from "effect/Effect"
import * as InputFile from "../output/InputFile.ts"
import { type CommandFailure, refused } from "../words/CommandFailure.ts"
import * as FileMessage from "../words/FileMessage.ts"
import * as UsageMessage from "../words/UsageMessage.ts"
import type { Values } from "./Command.ts"
import * as Parameter from "./Parameter.ts"

/** Parses the number of a line or row. */
export const lineOf = (text: string): number | undefined =>
  /^[1-9]\d{0,6}$/.test(text) ? Number(text) : undefined

export const options = {
  numbers: Parameter.choice("FORMAT", ["be", "en"], {
    en: "how numbers are written: be (1.234,56) or en (1,234.56)",
    nl: "hoe getallen geschreven zijn: be (1.234,56) of en (1,234.56)",
  }),
  encoding: Parameter.parsed(
    Parameter.text("NAME", {
      en: "utf-8 or cp1252 (default: detected)",
      nl: "utf-8 of cp1252 (standaard: herkend)",
    }),
    Encoding.parse,
    UsageMessage.notAnEncoding,
  ),
  delimiter: Parameter.parsed(
    Parameter.text("CHAR", {
      en: "; , | or tab (default: detected)",
      nl: "; , | of tab (standaard: herkend)",
    }),
    Dialect.delimiterOf,
    UsageMessage.notADelimiter,
  ),
  sheet: Parameter.text("NAME", {
    en: "the sheet of a spreadsheet to read (default: the first visible one that holds the table)",
    nl: "het blad van een rekenblad dat gelezen wordt (standaard: het eerste zichtbare met de tabel)",
  }),
  "header-line": Parameter.parsed(
    Parameter.text("LINE", {
      en: "the line or row of the header (default: found below the titles)",
      nl: "de regel of rij met de opschriften (standaard: gezocht onder de titels)",
    }),
    lineOf,
    UsageMessage.notALine,
  ),
  "skip-hidden": Parameter.flag({
    en: "leave out hidden rows and columns of a spreadsheet",
    nl: "laat verborgen rijen en kolommen van een rekenblad weg",
  }),
  mapping: Parameter.text("FILE", {
    en: "a JSON file that names the column of each field",
    nl: "een JSON-bestand dat de kolom van elk veld vermeldt",
  }),
  round: Parameter.choice("DECIMALS", ["0", "1", "2", "3", "4", "5", "6"], {
    en: "round amounts to so many decimals, half away from zero",
    nl: "rond bedragen af op zoveel decimalen, de helft van nul weg",
  }),
}

/** Returns the options as the reader of files takes them. */
export const of = Effect.fnUntraced(function* ({
  numbers,
  encoding,
  delimiter,
  mapping: path,
  round,
  sheet: declaredSheet,
  "header-line": headerLine,
  "skip-hidden": skipHidden,
}: Values<typeof options>): Effect.fn.Return<
  Omit<Reader.ReaderOptions, "sha256" | "plan" | "adjustment">,
  CommandFailure
> {
  const mapping = path === undefined ? undefined : yield* readMapping(path)
  const sheet = declaredSheet ?? mapping?.sheet
  return {
    ...(encoding === undefined ? {} : { encoding }),
    ...(delimiter === undefined ? {} : { delimiter }),
    ...(numbers === undefined ? {} : { numbers }),
    ...(mapping === undefined ? {} : { mapping }),
    ...(round === undefined ? {} : { round: Number(round) }),
    ...(sheet === undefined ? {} : { sheet }),
    ...(headerLine === undefined ? {} : { headerLine }),
    ...(skipHidden ? { skipHidden } : {}),
  }
})

const readMapping = Effect.fnUntraced(function* (
  path: string,
): Effect.fn.Return<Mapping.Mapping, CommandFailure> {
  const { bytes } = yield* InputFile.readSmall(path)
  const mapping = Mapping.parse(new TextDecoder().decode(bytes))
  return yield* Effect.mapError(Effect.fromResult(mapping), (fault) =>
    refused(FileMessage.within(path, fault)),
  )
})
