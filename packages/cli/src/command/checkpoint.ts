/** `grootboek checkpoint`: signs the head of a journal for someone else to keep, and checks a signed one. */
import { createPrivateKey, createPublicKey, sign as signWith } from "node:crypto"
import { basename } from "node:path"
import { Checkpoint, Ledger } from "@grootboek/core"
import * as Effect from "effect/Effect"
import * as Result from "effect/Result"
import * as Stream from "effect/Stream"
import * as InputFile from "../output/InputFile.ts"
import * as OutputFile from "../output/OutputFile.ts"
import { inform, print } from "../output/Stdio.ts"
import { storeError } from "../session/CoreFailure.ts"
import * as KeyFile from "../session/KeyFile.ts"
import * as Session from "../session/Session.ts"
import * as Store from "../session/Store.ts"
import * as CheckpointMessage from "../words/CheckpointMessage.ts"
import { refused } from "../words/CommandFailure.ts"
import * as FileMessage from "../words/FileMessage.ts"
import type { Both } from "../words/Language.ts"
import * as Command from "./Command.ts"
import * as common from "./common.ts"
import * as Parameter from "./Parameter.ts"

const key = (about: Both) => Parameter.required(Parameter.text("FILE", about))
const keyName = Parameter.text("NAME", {
  en: "the name of the key (default: the name of its file)",
  nl: "de naam van de sleutel (standaard: de bestandsnaam)",
})

const sign = Command.define({
  name: "checkpoint sign",
  about: {
    en: "sign the head of the journal (Ed25519, C2SP checkpoint)",
    nl: "onderteken het einde van het journaal (Ed25519, volgens C2SP)",
  },
  more: {
    en: "A key is a PEM file: openssl genpkey -algorithm ed25519 -out key.pem; openssl pkey -in key.pem -pubout -out key.pub.pem",
    nl: "Een sleutel is een PEM-bestand: openssl genpkey -algorithm ed25519 -out key.pem; openssl pkey -in key.pem -pubout -out key.pub.pem",
  },
  args: {},
  options: {
    ledger: common.ledger,
    key: key({ en: "the private key, a PEM file", nl: "de private sleutel, een PEM-bestand" }),
    "key-name": keyName,
    out: Parameter.text("FILE", {
      en: "the file to write (default: standard output)",
      nl: "het bestand om te schrijven (standaard: de standaarduitvoer)",
    }),
  },
  run: Effect.fnUntraced(function* ({ options }) {
    const { key: path, out } = options
    const key = yield* KeyFile.read(path, createPrivateKey)
    const opened = yield* Store.open(options.ledger, "readonly")
    // A signature covers every entry, so every entry is read.
    const { ledger, head } = yield* Session.replay(opened, Number.POSITIVE_INFINITY)
    const plan = Ledger.planAt(ledger)
    const signer = {
      name: options["key-name"] ?? basename(path).replace(/\.[^.]+$/, ""),
      bytes: KeyFile.publicBytes(createPublicKey(key)),
      sign: (message: Uint8Array) => new Uint8Array(signWith(null, message, key)),
    }
    const checkpoint = Checkpoint.of(Checkpoint.originOf(plan?.entity.name), head)
    const note = Checkpoint.sign(checkpoint, signer, InputFile.sha256)
    if (Result.isFailure(note)) return yield* Effect.fail(refused(CheckpointMessage.refusal(note.failure)))
    yield* out === undefined ? print(note.success) : OutputFile.write(out, note.success)
    return 0 as const
  }),
})

const check = Command.define({
  name: "checkpoint check",
  about: {
    en: "compare a signed checkpoint with the journal",
    nl: "vergelijk een ondertekend controlepunt met het journaal",
  },
  args: {
    file: Parameter.required(Parameter.text("file", { en: "the checkpoint", nl: "het controlepunt" })),
  },
  options: {
    ledger: common.ledger,
    key: key({ en: "the public key, a PEM file", nl: "de publieke sleutel, een PEM-bestand" }),
    "key-name": keyName,
  },
  run: Effect.fnUntraced(function* ({ args, options, language }) {
    const verifier = yield* KeyFile.verifier(options.key, options["key-name"])
    const { bytes, name: file } = yield* InputFile.read(args.file)
    const read = Checkpoint.open(new TextDecoder().decode(bytes), verifier, InputFile.sha256)
    if (Result.isFailure(read)) {
      const { en, nl } = CheckpointMessage.refusal(read.failure)
      return yield* Effect.fail(refused({ en: `${file}: ${en}`, nl: `${file}: ${nl}` }))
    }
    const { entries: signed } = read.success
    const opened = yield* Store.open(options.ledger, "readonly")
    const { store, ledger } = opened
    const head = yield* Effect.mapError(store.head(ledger), storeError)
    const [entry] = yield* store
      .read(ledger, signed - 1)
      .pipe(Stream.take(1), Stream.runCollect, Effect.mapError(storeError))
    const findings = Checkpoint.compare(read.success, head, entry)
    if (findings.length > 0) {
      const lines = findings.map((finding) => FileMessage.finding(file, finding))
      return yield* Effect.fail(refused(...lines))
    }
    // The checkpoint proves one hash; the chain of entries before it is checked here.
    const replayed = yield* Session.replay(opened, signed)
    const origin = Checkpoint.originOf(Ledger.planAt(replayed.ledger)?.entity.name)
    const [other] = Checkpoint.compareOrigin(read.success, origin)
    if (other !== undefined) return yield* Effect.fail(refused(FileMessage.finding(file, other)))
    const facts = { signer: verifier.name, signed, since: head.position - signed }
    yield* inform(language, CheckpointMessage.matches(file, facts))
    return 0 as const
  }),
})

export const checkpoints = [sign, check]
