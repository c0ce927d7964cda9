/** A report as Markdown: headings, labelled texts and tables. */
import { type Document, ShownText } from "@grootboek/cells"
import * as Contents from "./Contents.ts"

export const write = (document: Document.Document): string => {
  const contents = [...Contents.lines(document).values()].filter(({ level }) => level <= 3)
  return `${[
    `# ${ShownText.inMarkdown(document.title)}`,
    "",
    ...document.about.flatMap((line) => [ShownText.inMarkdown(line), ""]),
    ...(document.contents === undefined
      ? []
      : [
          `## ${ShownText.inMarkdown(document.contents)}`,
          "",
          ...contents.map(({ level, text }) => `${"  ".repeat(level - 1)}- ${ShownText.inMarkdown(text)}`),
          "",
        ]),
    ...document.blocks.flatMap((block, at) => [
      ...painted(block, !Contents.repeatsHeading(document.blocks, at)),
      "",
    ]),
  ].join("\n")}`
}

const painted = (block: Document.DocumentBlock, isTitled: boolean): ReadonlyArray<string> => {
  switch (block._tag) {
    case "Heading":
      return [`${"#".repeat(block.level + 1)} ${ShownText.inMarkdown(block.text)}`]
    case "Paragraph":
      return [lines(block.text)]
    case "Labelled":
      return block.texts.map(({ label, text }) => `**${ShownText.inMarkdown(label)}:** ${lines(text)}  `)
    case "Table":
      return [
        ...(isTitled && block.title !== "" ? [`**${ShownText.inMarkdown(block.title)}**`, ""] : []),
        `| ${block.head.map(cell).join(" | ")} |`,
        `| ${block.head.map(({ isFigure }) => (isFigure === true ? "---:" : "---")).join(" | ")} |`,
        ...block.rows.map((row) => tableRow(row, block.head.length)),
      ]
  }
}

const tableRow = ({ cells, level, isStrong }: Document.DocumentRow, columns: number): string => {
  const texts = Array.from({ length: columns }, (_, at) => cell(cells[at] ?? { text: "" }))
  const [first = "", ...others] = texts
  const indented = `${"&emsp;".repeat(level)}${isStrong && first !== "" ? `**${first}**` : first}`
  return `| ${[indented, ...others].join(" | ")} |`
}

const cell = ({ text }: Document.DocumentCell): string =>
  text.split("\n").map(ShownText.inMarkdown).join("<br>")

const lines = (text: string): string => text.split("\n").map(ShownText.inMarkdown).join("  \n")
