import {
  defaultText,
  type DocParam,
  type DocType,
  paramText,
  type TypeReference,
  typeText,
} from "./type_text.ts";
import type { Declaration, Definition, DocJson, Property, Tag } from "./doc_nodes.ts";

/** A public name of the library, with what its documentation says. */
export interface Entry {
  readonly name: string;
  /** The module to import it from. */
  readonly door: string;
  readonly kind: string;
  /** The name with its parameters and types, as TypeScript. */
  readonly signature: string;
  /** What it is, as Markdown. */
  readonly text: string;
  /** Parameters of a function, properties of an options record: meaning, unit, default. */
  readonly members: readonly Member[];
  /** What a function returns, in words. */
  readonly returns?: string;
  /** When it throws. */
  readonly throws: readonly string[];
  /** Examples, each a fenced block of Markdown. */
  readonly examples: readonly string[];
}

/** A parameter or a property. */
export interface Member {
  readonly name: string;
  readonly type: string;
  readonly text: string;
  /** What it is where it is left out. */
  readonly otherwise?: string;
}

/**
 * The library's reference from `deno doc --json`.
 *
 * @param json What it writes for the doors' files.
 * @param doors The ends of these files' paths, by the doors' names.
 * @returns The public names, door by door, each name once.
 */
export function referenceOf(
  json: DocJson,
  doors: Readonly<Record<string, string>>,
): readonly Entry[] {
  const definitions = new Map(
    Object.values(json.nodes).flatMap(({ symbols }) =>
      symbols.map(({ name, declarations }) => [name, declarations[0].def ?? {}] as const)
    ),
  );
  const told = Object.entries(doors).flatMap(([door, file]) => {
    const node = Object.entries(json.nodes).find(([path]) => path.endsWith(`/${file}`))?.[1];
    return (node?.symbols ?? []).map(({ name, declarations }) => {
      const told = declarations.find(({ declarationKind }) => declarationKind !== "private") ??
        declarations[0];
      return entryOf(name, door, told, definitions);
    });
  });
  // A name that two doors have is told where it is documented first.
  const first = new Map<string, Entry>();
  for (const entry of told) {
    if ((first.get(entry.name)?.text ?? "") === "") first.set(entry.name, entry);
  }
  return [...first.values()];
}

function entryOf(
  name: string,
  door: string,
  { kind, jsDoc = {}, def = {} }: Declaration,
  definitions: ReadonlyMap<string, Definition>,
): Entry {
  const tags = jsDoc.tags ?? [];
  const docs = (wanted: string) =>
    tags.filter(({ kind }) => kind === wanted).map(({ doc = "" }) => doc.trim());
  return {
    name,
    door,
    kind,
    signature: signatureOf(name, kind, def),
    text: plain(jsDoc.doc ?? ""),
    members: def.params
      ? def.params.map((one) => parameter(one, tags))
      : fieldsOf(def, definitions).map(property),
    returns: docs("return").map(plain)[0],
    throws: tags.filter(({ kind }) => kind === "throws").map(({ type, doc = "" }) =>
      plain(type === undefined ? doc : `\`${type}\`: ${doc}`)
    ),
    examples: docs("example"),
  };
}

/** A record's own fields, and before them those of the records that it extends. */
function fieldsOf(
  { properties = [], methods = [], extends: parents = [] }: Definition,
  definitions: ReadonlyMap<string, Definition>,
): readonly Property[] {
  const own = [...properties, ...methods];
  const inherited = parents.flatMap((parent) => fieldsOfType(parent, definitions));
  return [...inherited.filter(({ name }) => !own.some((one) => one.name === name)), ...own];
}

/** The fields of a named record, of less of it (`Omit`, `Pick`), or of one with other rights to its fields. */
function fieldsOfType(
  type: DocType,
  definitions: ReadonlyMap<string, Definition>,
): readonly Property[] {
  if (type.kind !== "typeRef") return [];
  const { typeName, typeParams = [] } = type.value as TypeReference;
  if (!/^(?:Omit|Pick|Partial|Required|Readonly)$/.test(typeName)) {
    const definition = definitions.get(typeName);
    return definition === undefined ? [] : fieldsOf(definition, definitions);
  }
  const [whole, chosen] = typeParams;
  const fields = fieldsOfType(whole, definitions);
  if (chosen === undefined) return fields;
  const names = [...typeText(chosen).matchAll(/"([^"]+)"/g)].map(([, name]) => name);
  return fields.filter(({ name }) => names.includes(name) === (typeName === "Pick"));
}

function signatureOf(name: string, kind: string, def: Definition): string {
  if (kind === "function") {
    const params = (def.params ?? []).map(paramText);
    const inside = params.join(", ").length > 70
      ? `\n${params.map((one) => `  ${one},\n`).join("")}`
      : params.join(", ");
    return `${name}(${inside}): ${typeText(def.returnType)}`;
  }
  if (kind === "interface") return `interface ${name}`;
  return `${kind === "typeAlias" ? "type" : "const"} ${name}${kind === "typeAlias" ? " =" : ":"} ${
    typeText(def.tsType)
  }`;
}

function parameter(param: DocParam, tags: readonly Tag[]): Member {
  const inner = param.left ?? param.arg ?? param;
  const name = inner.name ?? "options";
  const doc = tags.find((tag) => tag.kind === "param" && tag.name === name)?.doc ?? "";
  const { text, otherwise } = withDefault(doc, []);
  const type = typeText(inner.tsType ?? param.tsType);
  return { name, type, text, otherwise: otherwise ?? (param.right && defaultText(param.right)) };
}

function property({ name, jsDoc = {}, tsType, params, returnType }: Property): Member {
  const { text, otherwise } = withDefault(jsDoc.doc ?? "", jsDoc.tags ?? []);
  const type = params === undefined
    ? typeText(tsType)
    : `(${params.map(paramText).join(", ")}) => ${typeText(returnType)}`;
  return { name, type, text, otherwise };
}

function withDefault(doc: string, tags: readonly Tag[]): { text: string; otherwise?: string } {
  const tag = tags.find(({ kind }) => kind === "default");
  const inline = /@default\s*\{([^}]*)\}/.exec(doc)?.[1];
  const otherwise = (tag?.doc ?? tag?.value ?? inline)?.trim().replace(/^\{|\}$/g, "");
  return { text: plain(doc.replace(/@default\s*\{[^}]*\}/, "")), otherwise };
}

/** Links between names become the names. */
function plain(text: string): string {
  return text.trim().replace(/\{@link(?:code)?\s+([^}]+)\}/g, "`$1`");
}
