/** The package of the lake, loaded on use, and its errors as failures of a command. */
import type { Exporter, LakeFiles } from "@grootboek/lake"
import type * as Effect from "effect/Effect"
import { type CommandFailure, environment, refused } from "../words/CommandFailure.ts"
import * as FileMessage from "../words/FileMessage.ts"
import * as LakeMessage from "../words/LakeMessage.ts"
import { damage, storeError } from "./CoreFailure.ts"
import * as OptionalPackage from "./OptionalPackage.ts"

export const load: Effect.Effect<typeof import("@grootboek/lake"), CommandFailure> = OptionalPackage.load(
  LakeMessage.lake,
  "@grootboek/lake",
  () => import("@grootboek/lake"),
)

/** Returns the failure of files that cannot be read or written. */
export const filesFailed =
  (folder: string) =>
  (error: LakeFiles.LakeFilesFailed): CommandFailure =>
    environment(FileMessage.unwritable(`${folder}/${error.path}`, error.detail))

export const exportFailure =
  (folder: string) =>
  (error: Exporter.ExportRefused): CommandFailure => {
    switch (error._tag) {
      case "NameRefused":
        return refused(LakeMessage.nameRefused(error.name))
      case "NameTaken":
        return refused(LakeMessage.nameTaken(error.name, error.other))
      case "EmptyLedger":
        return refused(LakeMessage.empty(error.ledger))
      case "ManifestUnreadable":
        return refused(LakeMessage.manifestUnreadable(error.path, error.problem))
      case "AnotherJournal":
        return refused(LakeMessage.anotherJournal(error.ledger, error.position))
      case "JournalDamaged":
        return damage(error.error)
      case "LakeFilesFailed":
        return filesFailed(folder)(error)
      case "PositionConflict":
      case "IdConflict":
      case "Misfit":
      case "Damaged":
      case "StoreFailed":
        return storeError(error)
    }
  }
