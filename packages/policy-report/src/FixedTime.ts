/** The time in an office document, fixed, so that the same report gives the same bytes. */
import { ShownText } from "@grootboek/cells"

/** The properties of the document, without the time at which it was made and the name of who ran the program. */
export const properties = (title: string): { readonly path: string; readonly data: string } => ({
  path: "docProps/core.xml",
  data: `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>${ShownText.inHtml(title)}</dc:title><dc:creator>Grootboek</dc:creator></cp:coreProperties>`,
})

/** Sets the time of every file in a ZIP archive to 1 January 1980, the first that the format can state. Returns the archive. */
export const ofFiles = (archive: Uint8Array): Uint8Array => {
  const view = new DataView(archive.buffer, archive.byteOffset, archive.byteLength)
  // The end record has 22 bytes, and no comment follows it in an archive that this package makes.
  const end = archive.byteLength - 22
  let at = view.getUint32(end + 16, true)
  for (let left = view.getUint16(end + 10, true); left > 0; left--) {
    const local = view.getUint32(at + 42, true)
    view.setUint32(at + 12, firstTime, true)
    view.setUint32(local + 10, firstTime, true)
    at += 46 + [28, 30, 32].reduce((sum, field) => sum + view.getUint16(at + field, true), 0)
  }
  return archive
}

/** Midnight of the first day, as the format writes it: the time in the lower 16 bits, the day in the upper. */
const firstTime = 0x0021_0000
