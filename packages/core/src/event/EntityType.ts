/** The types of local authorities. */
import * as Schema from "effect/Schema"

/**
 * The type of local authority; it decides which norms are required. `apb` is an autonoom provinciebedrijf, `igs` an
 * intergemeentelijk samenwerkingsverband.
 */
export const EntityType = Schema.Literals([
  "gemeente",
  "ocmw",
  "agb",
  "welzijnsvereniging",
  "provincie",
  "apb",
  "district",
  "igs",
  "politiezone",
  "hulpverleningszone",
  "andere",
]).annotate({ identifier: "EntityType" })

/** See {@link EntityType:var}. */
export type EntityType = typeof EntityType.Type
