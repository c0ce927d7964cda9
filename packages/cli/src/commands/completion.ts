/** `grootboek completion`: a script that lets a shell complete commands, options and choices. */
import * as Effect from "effect/Effect"
import { print } from "../Output.ts"
import type { Spec } from "../Spec.ts"

const shells = ["bash", "zsh", "fish"] as const

/** The command, which needs to know all others. */
export const completion = (others: () => ReadonlyArray<Spec>): Spec => ({
  name: "completion",
  about: { en: "print a completion script for a shell", nl: "druk een aanvulscript af voor een shell" },
  more: {
    en: "Example: grootboek completion bash >> ~/.bashrc",
    nl: "Voorbeeld: grootboek completion bash >> ~/.bashrc",
  },
  takes: [{ name: "shell", choices: shells, about: { en: shells.join(", "), nl: shells.join(", ") } }],
  options: [],
  run: (given) => Effect.as(print(script(given.words[0] ?? "bash", others())), 0 as const),
})

const script = (shell: string, specs: ReadonlyArray<Spec>): string => {
  switch (shell) {
    case "fish":
      return fish(specs)
    case "zsh":
      return `autoload -U +X bashcompinit && bashcompinit\n${bash(specs)}`
    default:
      return bash(specs)
  }
}

/** The words after the program that lead to a list of candidates. */
const table = (specs: ReadonlyArray<Spec>): ReadonlyArray<readonly [string, ReadonlyArray<string>]> => {
  const heads = [...new Set(specs.map((spec) => spec.name.split(" ")[0] ?? ""))]
  const groups = heads.filter((head) => specs.some((spec) => spec.name.startsWith(`${head} `)))
  return [
    ["", heads],
    ...groups.map(
      (head) =>
        [
          head,
          specs.flatMap(({ name }) => (name.startsWith(`${head} `) ? [name.slice(head.length + 1)] : [])),
        ] as const,
    ),
    ...specs.map(
      ({ name, options, takes }) =>
        [
          name,
          [...options.map((option) => `--${option.name}`), ...takes.flatMap(({ choices = [] }) => choices)],
        ] as const,
    ),
  ]
}

const choicesOf = (specs: ReadonlyArray<Spec>): ReadonlyArray<readonly [string, ReadonlyArray<string>]> => {
  const out = new Map<string, ReadonlyArray<string>>()
  for (const { options } of specs)
    for (const { name, choices } of options)
      if (choices !== undefined)
        out.set(`--${name}`, [...new Set([...(out.get(`--${name}`) ?? []), ...choices])])
  return [...out]
}

const bash = (specs: ReadonlyArray<Spec>): string => `_grootboek() {
  local word="\${COMP_WORDS[COMP_CWORD]}" before="\${COMP_WORDS[COMP_CWORD-1]}"
  local key="" i
  for ((i = 1; i < COMP_CWORD && i <= 2; i++)); do
    [[ "\${COMP_WORDS[i]}" == -* ]] && break
    case "$key" in ""${groupsOf(specs)
      .map((name) => `|${name}`)
      .join("")}) key="\${key:+$key }\${COMP_WORDS[i]}" ;; esac
  done
  case "$before" in
${choicesOf(specs)
  .map(
    ([option, choices]) =>
      `    ${option}) COMPREPLY=($(compgen -W "${choices.join(" ")}" -- "$word")); return ;;`,
  )
  .join("\n")}
  esac
  case "$key" in
${table(specs)
  .map(([key, words]) => `    "${key}") COMPREPLY=($(compgen -W "${words.join(" ")}" -- "$word")) ;;`)
  .join("\n")}
  esac
  [[ \${#COMPREPLY[@]} -eq 0 ]] && COMPREPLY=($(compgen -f -- "$word"))
}
complete -F _grootboek grootboek
`

const groupsOf = (specs: ReadonlyArray<Spec>): ReadonlyArray<string> => [
  ...new Set(specs.flatMap(({ name }) => (name.includes(" ") ? [name.split(" ")[0] ?? ""] : []))),
]

const fish = (specs: ReadonlyArray<Spec>): string =>
  specs
    .flatMap(({ name, about, options }) => {
      const [head = "", sub] = name.split(" ")
      const seen =
        sub === undefined
          ? `__fish_seen_subcommand_from ${head}`
          : `__fish_seen_subcommand_from ${head}; and __fish_seen_subcommand_from ${sub}`
      return [
        `complete -c grootboek -n __fish_use_subcommand -a ${head} -d '${quote(about.en)}'`,
        ...(sub === undefined
          ? []
          : [
              `complete -c grootboek -n '__fish_seen_subcommand_from ${head}' -a ${sub} -d '${quote(about.en)}'`,
            ]),
        ...options.map(
          (option) =>
            `complete -c grootboek -n '${seen}' -l ${option.name}${option.value === undefined ? "" : " -r"}${option.choices === undefined ? "" : ` -a '${option.choices.join(" ")}'`} -d '${quote(option.about.en)}'`,
        ),
      ]
    })
    .join("\n")

const quote = (text: string): string => text.replace(/'/g, "’")
