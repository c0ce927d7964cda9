/** Messages about some of the reasons why an entry is not valid, with a type that the declarations of the package can name. */
import type { Finding } from "@grootboek/core"
import type { Advised } from "../Catalogue.ts"

/** One message per reason: a clause without a full stop. */
export type Reasons<Tag extends Finding.InvalidReason["_tag"]> = {
  readonly [One in Tag]: (reason: Extract<Finding.InvalidReason, { readonly _tag: One }>) => Advised
}

/** Returns messages about some of the reasons. */
export const reasonsOf = <Tag extends Finding.InvalidReason["_tag"]>(messages: Reasons<Tag>): Reasons<Tag> =>
  messages
