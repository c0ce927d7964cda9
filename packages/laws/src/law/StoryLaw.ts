/** A law of whole stories: tried on a journal that a board's own steps made. */
import * as Stories from "../arbitrary/Stories.ts"
import { type Breach, type Law, law } from "./Law.ts"

/** Makes a law of stories; `breaks` gets the story told. */
export const storyLaw = (
  name: string,
  note: string,
  breaks: (tale: Stories.Tale) => Breach | undefined,
): Law =>
  law(name, note, {
    arbitrary: Stories.story,
    breaks: (story) => breaks(Stories.tell(story)),
    show: Stories.format,
  })
