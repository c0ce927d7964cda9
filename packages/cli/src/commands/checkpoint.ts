/** `grootboek checkpoint`: signs the head of a journal, so that somebody else can keep it; and holds one against it. */
import { createPrivateKey, createPublicKey, type KeyObject, sign, verify } from "node:crypto"
import { basename } from "node:path"
import { Checkpoint, Ledger } from "@grootboek/core"
import * as Effect from "effect/Effect"
import * as Result from "effect/Result"
import * as Stream from "effect/Stream"
import { type Failure, plain, refused } from "../Failure.ts"
import * as File from "../File.ts"
import { storeError } from "../Messages.ts"
import { print, tell } from "../Output.ts"
import * as Session from "../Session.ts"
import { ledgerOption, type Option, required, type Spec, text } from "../Spec.ts"
import * as Store from "../Store.ts"

const keyOption = (about: Option["about"]): Option => ({ name: "key", value: "FILE", required: true, about })
const keyNameOption: Option = {
  name: "key-name",
  value: "NAME",
  about: {
    en: "the name of the key (default: the file's name)",
    nl: "de naam van de sleutel (standaard: de bestandsnaam)",
  },
}

const signIt: Spec = {
  name: "checkpoint sign",
  about: {
    en: "sign the head of the journal (Ed25519, C2SP checkpoint)",
    nl: "onderteken het einde van het journaal (Ed25519, C2SP-checkpoint)",
  },
  more: {
    en: "A key is a PEM file: openssl genpkey -algorithm ed25519 -out key.pem; openssl pkey -in key.pem -pubout -out key.pub.pem",
    nl: "Een sleutel is een PEM-bestand: openssl genpkey -algorithm ed25519 -out key.pem; openssl pkey -in key.pem -pubout -out key.pub.pem",
  },
  takes: [],
  options: [
    ledgerOption,
    keyOption({ en: "the private key, a PEM file", nl: "de private sleutel, een PEM-bestand" }),
    keyNameOption,
    {
      name: "out",
      value: "FILE",
      about: {
        en: "the file to write (default: standard output)",
        nl: "het bestand (standaard: standaarduitvoer)",
      },
    },
  ],
  run: Effect.fnUntraced(function* (given) {
    const key = yield* readKey(required(given, "key"), createPrivateKey)
    const { store, ledger: held } = yield* Store.open(required(given, "ledger"), "readonly")
    // Whoever signs vouches for every entry, so every entry is read.
    const { ledger, head } = yield* Session.replay(store, held, Number.POSITIVE_INFINITY)
    const plan = Ledger.planAt(ledger)
    const name = text(given, "key-name") ?? basename(required(given, "key")).replace(/\.[^.]+$/, "")
    const signer = {
      name,
      bytes: rawPublic(createPublicKey(key)),
      sign: (message: Uint8Array) => new Uint8Array(sign(null, message, key)),
    }
    const note = Checkpoint.sign(
      Checkpoint.of(`grootboek/${plan?.entity.name ?? "ledger"}`, head),
      signer,
      File.sha256,
    )
    if (Result.isFailure(note)) return yield* Effect.fail(refused(plain(explained(note.failure))))
    const out = text(given, "out")
    yield* out === undefined ? print(note.success) : File.write(out, note.success)
    return 0 as const
  }, Effect.scoped),
}

const check: Spec = {
  name: "checkpoint check",
  about: {
    en: "hold a signed checkpoint against the journal",
    nl: "leg een ondertekend checkpoint naast het journaal",
  },
  takes: [{ name: "file", about: { en: "the checkpoint", nl: "het checkpoint" } }],
  options: [
    ledgerOption,
    keyOption({ en: "the public key, a PEM file", nl: "de publieke sleutel, een PEM-bestand" }),
    keyNameOption,
  ],
  run: Effect.fnUntraced(function* (given) {
    const key = yield* readKey(required(given, "key"), createPublicKey)
    const { bytes, name: fileName } = yield* File.read(given.words[0] ?? "")
    const name = text(given, "key-name") ?? basename(required(given, "key")).replace(/(?:\.pub)?\.[^.]+$/, "")
    const verifier = {
      name,
      bytes: rawPublic(key),
      verify: (message: Uint8Array, signature: Uint8Array) => verify(null, message, key, signature),
    }
    const opened = Checkpoint.open(new TextDecoder().decode(bytes), verifier, File.sha256)
    if (Result.isFailure(opened))
      return yield* Effect.fail(refused(plain(`${fileName}: ${explained(opened.failure)}`)))
    const checkpoint = opened.success
    const { store, ledger } = yield* Store.open(required(given, "ledger"), "readonly")
    const head = yield* Effect.mapError(store.head(ledger), storeError)
    const [entry] = yield* store
      .read(ledger, checkpoint.entries - 1)
      .pipe(Stream.take(1), Stream.runCollect, Effect.mapError(storeError))
    const findings = Checkpoint.compare(checkpoint, head, entry)
    if (findings.length > 0)
      return yield* Effect.fail(
        refused(...findings.map((finding) => plain(`${fileName}: ${finding.code}: ${finding.message}`))),
      )
    // The checkpoint vouches for one hash; the chain up to it vouches for the rest.
    yield* Session.replay(store, ledger, checkpoint.entries)
    yield* tell(given.language, {
      en: `${fileName}: signed by ${name}; the first ${checkpoint.entries} entries are the ones that were signed, ${head.position - checkpoint.entries} came since`,
      nl: `${fileName}: ondertekend door ${name}; de eerste ${checkpoint.entries} boekingen zijn die welke ondertekend werden, ${head.position - checkpoint.entries} kwamen erbij`,
    })
    return 0 as const
  }, Effect.scoped),
}

export const checkpoints: ReadonlyArray<Spec> = [signIt, check]

const readKey = Effect.fnUntraced(function* (
  path: string,
  parse: (pem: Buffer) => KeyObject,
): Effect.fn.Return<KeyObject, Failure> {
  const { bytes } = yield* File.read(path)
  const wrong = refused({
    en: `${path}: not an Ed25519 key in PEM form; make one with: openssl genpkey -algorithm ed25519 -out key.pem`,
    nl: `${path}: geen Ed25519-sleutel in PEM-vorm; maak er een met: openssl genpkey -algorithm ed25519 -out key.pem`,
  })
  const key = yield* Effect.try({ try: () => parse(Buffer.from(bytes)), catch: () => wrong })
  return key.asymmetricKeyType === "ed25519" ? key : yield* Effect.fail(wrong)
})

// The last 32 bytes of the DER form are the key itself.
const rawPublic = (key: KeyObject): Uint8Array =>
  new Uint8Array(key.export({ format: "der", type: "spki" }).subarray(-32))

const explained = (refusal: Checkpoint.Refusal): string => {
  switch (refusal._tag) {
    case "NotACheckpoint":
      return `not a checkpoint: ${refusal.problem}`
    case "NotSignedBy":
      return refusal.signers.includes(refusal.name)
        ? `signed under the name ${refusal.name}, by another key than this one: use the public key that belongs to it`
        : `not signed by ${refusal.name}; signed by ${refusal.signers.join(", ") || "nobody"}: name the right key with --key-name`
    case "ForgedSignature":
      return `the signature of ${refusal.name} is false: the checkpoint was changed, or another key made it`
  }
}
