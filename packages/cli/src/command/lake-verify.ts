/** `grootboek lake verify`: the files of a lake verified, also against a signed checkpoint. */
import type { Checkpoint } from "@grootboek/core"
import type { Json } from "@grootboek/report"
import * as Effect from "effect/Effect"
import * as InputFile from "../output/InputFile.ts"
import { inform, printJson } from "../output/Stdio.ts"
import * as KeyFile from "../session/KeyFile.ts"
import * as LakePackage from "../session/LakePackage.ts"
import { type CommandFailure, refused, usage } from "../words/CommandFailure.ts"
import * as LakeMessage from "../words/LakeMessage.ts"
import * as Command from "./Command.ts"
import * as common from "./common.ts"
import * as Parameter from "./Parameter.ts"

export const verifyLake = Command.define({
  name: "lake verify",
  about: {
    en: "verify the files of a lake, also against a signed checkpoint",
    nl: "controleer de bestanden van een datameer, ook met een ondertekend controlepunt",
  },
  more: {
    en: "Exit status 1 with findings.\nExample: grootboek lake verify lake --checkpoint checkpoint.txt --key auditor.pub.pem",
    nl: "Afsluitcode 1 bij bevindingen.\nVoorbeeld: grootboek lake verify datameer --checkpoint controlepunt.txt --key auditor.pub.pem",
  },
  args: { dir: common.lakeFolder },
  options: {
    checkpoint: Parameter.text("FILE", {
      en: "a signed checkpoint of a ledger in the lake",
      nl: "een ondertekend controlepunt van een grootboek in het datameer",
    }),
    key: Parameter.text("FILE", {
      en: "the public key of its signer, a PEM file",
      nl: "de publieke sleutel van de ondertekenaar, een PEM-bestand",
    }),
    "key-name": common.keyName,
    format: common.format(["text", "json"]),
  },
  run: Effect.fnUntraced(function* ({ args, options, language }) {
    const checkpoint = yield* signed(options)
    const { Folder, Verifier } = yield* LakePackage.load
    const { ledgers, files, findings } = yield* Verifier.run(Folder.of(args.dir), {
      sha256: InputFile.sha256,
      checkpoint,
    }).pipe(Effect.mapError(LakePackage.filesFailed(args.dir)))
    if (ledgers.length === 0 && findings.length === 0)
      return yield* Effect.fail(refused(LakeMessage.notALake(args.dir)))
    if (options.format === "json") {
      yield* printJson({
        ok: findings.length === 0,
        ledgers: ledgers.map(({ ledger, position, hash }) => ({ ledger, position, hash })),
        files,
        findings: findings.map((found) => {
          const { _tag: code, ...facts } = found
          return { code, message: LakeMessage.finding(found)[language], ...facts }
        }),
      } satisfies Json.LakeVerificationDocument)
      return findings.length === 0 ? (0 as const) : (1 as const)
    }
    if (findings.length > 0) return yield* Effect.fail(refused(...findings.map(LakeMessage.finding)))
    yield* inform(language, LakeMessage.intact(args.dir, ledgers.length, files))
    return 0 as const
  }),
})

const signed = Effect.fnUntraced(function* ({
  checkpoint: path,
  key,
  "key-name": keyName,
}: {
  readonly checkpoint: string | undefined
  readonly key: string | undefined
  readonly "key-name": string | undefined
}): Effect.fn.Return<Checkpoint.Checkpoint | undefined, CommandFailure> {
  if (path === undefined && key === undefined) return undefined
  if (path === undefined || key === undefined)
    return yield* Effect.fail(usage(LakeMessage.checkpointNeedsKey))
  const { checkpoint } = yield* KeyFile.checkpoint(path, yield* KeyFile.verifier(key, keyName))
  return checkpoint
})
